ALTER TYPE "public"."member_role" ADD VALUE 'lead-counsellor' BEFORE 'registrar';--> statement-breakpoint
CREATE TABLE "guidance_uses" (
	"organisation_id" uuid NOT NULL,
	"day" date NOT NULL,
	"what" text NOT NULL,
	"count" integer NOT NULL,
	CONSTRAINT "guidance_uses_organisation_id_day_what_pk" PRIMARY KEY("organisation_id","day","what")
);
--> statement-breakpoint
ALTER TABLE "list_items" ADD COLUMN "session_id" uuid;--> statement-breakpoint
ALTER TABLE "list_items" ADD COLUMN "told" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "lists" ADD COLUMN "is_template" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "lists" ADD COLUMN "hours_per_week" integer;--> statement-breakpoint
ALTER TABLE "lists" ADD COLUMN "budget" numeric(10, 2);--> statement-breakpoint
ALTER TABLE "lists" ADD COLUMN "learner_group" text DEFAULT 'everyone' NOT NULL;--> statement-breakpoint
ALTER TABLE "lists" ADD COLUMN "starts_from" date;--> statement-breakpoint
ALTER TABLE "lists" ADD COLUMN "shared_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "guidance_uses" ADD CONSTRAINT "guidance_uses_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "list_items" ADD CONSTRAINT "list_items_session_id_sessions_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."sessions"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lists" ADD CONSTRAINT "lists_template" CHECK (not "lists"."is_template" or ("lists"."organisation_id" is not null and "lists"."read_hash" is null));--> statement-breakpoint
ALTER TABLE "lists" ADD CONSTRAINT "lists_bounds" CHECK ("lists"."hours_per_week" between 1 and 168 and "lists"."budget" >= 0);