CREATE TYPE "public"."follow_pace" AS ENUM('at-once', 'weekly');--> statement-breakpoint
CREATE TABLE "follows" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"email" text NOT NULL,
	"locale" text NOT NULL,
	"pace" "follow_pace" NOT NULL,
	"search" text,
	"offering_id" uuid,
	"provider_id" uuid,
	"confirm_hash" text,
	"confirmed_at" timestamp with time zone,
	"key" text NOT NULL,
	"seen" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"looked_at" timestamp with time zone,
	"looked_on" date,
	"told_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "follows_confirmHash_unique" UNIQUE("confirm_hash"),
	CONSTRAINT "follows_key_unique" UNIQUE("key"),
	CONSTRAINT "follows_one_thing" CHECK (num_nonnulls("follows"."search", "follows"."offering_id", "follows"."provider_id") = 1),
	CONSTRAINT "follows_confirmed_once" CHECK (("follows"."confirm_hash" is null) = ("follows"."confirmed_at" is not null))
);
--> statement-breakpoint
ALTER TABLE "follows" ADD CONSTRAINT "follows_offering_id_offerings_id_fk" FOREIGN KEY ("offering_id") REFERENCES "public"."offerings"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "follows" ADD CONSTRAINT "follows_provider_id_organisations_id_fk" FOREIGN KEY ("provider_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "follows_email_index" ON "follows" USING btree ("email");--> statement-breakpoint
CREATE INDEX "follows_offering_id_index" ON "follows" USING btree ("offering_id");--> statement-breakpoint
CREATE INDEX "follows_provider_id_index" ON "follows" USING btree ("provider_id");