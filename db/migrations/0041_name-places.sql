CREATE TABLE "places" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"country" text NOT NULL,
	"name" text NOT NULL,
	"latitude" double precision NOT NULL,
	"longitude" double precision NOT NULL
);
--> statement-breakpoint
-- A name as it is compared: small letters without accents, and spaces for hyphens and apostrophes.
CREATE FUNCTION cairn_place(name text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
  AS $$ SELECT translate(public.cairn_fold(name), '-''’', '   ') $$;
--> statement-breakpoint
CREATE INDEX "places_by_name" ON "places" USING btree (cairn_place("name"));