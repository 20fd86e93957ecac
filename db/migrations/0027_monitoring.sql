CREATE TABLE "monitored" (
	"offering_id" uuid PRIMARY KEY NOT NULL,
	"acknowledged_number" integer DEFAULT 0 NOT NULL,
	"acknowledged_at" timestamp with time zone,
	"acknowledged_by_id" uuid,
	"flagged_number" integer DEFAULT 0 NOT NULL,
	"flagged_on" date,
	"changed" text[] DEFAULT '{}' NOT NULL,
	"reopens_review" integer DEFAULT 0 NOT NULL,
	"risk" integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "monitoring_flags" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"offering_id" uuid NOT NULL,
	"version_number" integer NOT NULL,
	"kind" text NOT NULL,
	"values" jsonb NOT NULL,
	"found_at" timestamp with time zone DEFAULT now() NOT NULL,
	"gone_at" timestamp with time zone,
	"dismissed_at" timestamp with time zone,
	"dismissed_by_id" uuid,
	"dismissed_reason" text
);
--> statement-breakpoint
CREATE TABLE "monitoring_notes" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"offering_id" uuid NOT NULL,
	"version_number" integer NOT NULL,
	"authority_id" uuid NOT NULL,
	"person_id" uuid,
	"shared_with_id" uuid,
	"text" text NOT NULL,
	"written_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "text_bands" (
	"offering_id" uuid NOT NULL,
	"band" integer NOT NULL,
	"hash" bigint NOT NULL,
	CONSTRAINT "text_bands_offering_id_band_pk" PRIMARY KEY("offering_id","band")
);
--> statement-breakpoint
ALTER TABLE "monitored" ADD CONSTRAINT "monitored_offering_id_offerings_id_fk" FOREIGN KEY ("offering_id") REFERENCES "public"."offerings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "monitored" ADD CONSTRAINT "monitored_acknowledged_by_id_organisations_id_fk" FOREIGN KEY ("acknowledged_by_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "monitoring_flags" ADD CONSTRAINT "monitoring_flags_offering_id_offerings_id_fk" FOREIGN KEY ("offering_id") REFERENCES "public"."offerings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "monitoring_flags" ADD CONSTRAINT "monitoring_flags_dismissed_by_id_people_id_fk" FOREIGN KEY ("dismissed_by_id") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "monitoring_notes" ADD CONSTRAINT "monitoring_notes_offering_id_offerings_id_fk" FOREIGN KEY ("offering_id") REFERENCES "public"."offerings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "monitoring_notes" ADD CONSTRAINT "monitoring_notes_authority_id_organisations_id_fk" FOREIGN KEY ("authority_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "monitoring_notes" ADD CONSTRAINT "monitoring_notes_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "monitoring_notes" ADD CONSTRAINT "monitoring_notes_shared_with_id_organisations_id_fk" FOREIGN KEY ("shared_with_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "text_bands" ADD CONSTRAINT "text_bands_offering_id_offerings_id_fk" FOREIGN KEY ("offering_id") REFERENCES "public"."offerings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "monitored_flagged_on_flagged_number_index" ON "monitored" USING btree ("flagged_on","flagged_number");--> statement-breakpoint
CREATE UNIQUE INDEX "monitoring_flags_one_open" ON "monitoring_flags" USING btree ("offering_id","kind") WHERE "monitoring_flags"."gone_at" is null;--> statement-breakpoint
CREATE INDEX "monitoring_notes_offering_id_index" ON "monitoring_notes" USING btree ("offering_id");--> statement-breakpoint
CREATE INDEX "monitoring_notes_shared_with_id_index" ON "monitoring_notes" USING btree ("shared_with_id");--> statement-breakpoint
CREATE INDEX "text_bands_band_hash_index" ON "text_bands" USING btree ("band","hash");