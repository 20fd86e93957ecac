CREATE TABLE "places" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"country" text NOT NULL,
	"name" text NOT NULL,
	"latitude" double precision NOT NULL,
	"longitude" double precision NOT NULL
);
--> statement-breakpoint
CREATE INDEX "places_by_name" ON "places" USING btree (cairn_fold("name"));