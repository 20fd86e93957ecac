CREATE TYPE "public"."report_outcome" AS ENUM('inadmissible', 'admissible', 'substantiated', 'unsubstantiated');--> statement-breakpoint
CREATE TABLE "reports" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"number" bigserial NOT NULL,
	"token_hash" text NOT NULL,
	"digest" text NOT NULL,
	"organisation_id" uuid NOT NULL,
	"offering_id" uuid,
	"version_number" integer,
	"page" text NOT NULL,
	"kind" text NOT NULL,
	"text" text NOT NULL,
	"locale" text NOT NULL,
	"email" text,
	"email_hash" text,
	"email_confirmed_at" timestamp with time zone,
	"received_at" timestamp with time zone DEFAULT now() NOT NULL,
	"due_on" date NOT NULL,
	"forwarded_at" timestamp with time zone,
	"forwarded_note" text DEFAULT '' NOT NULL,
	"provider_due_on" date,
	"provider_answer" text,
	"provider_answered_at" timestamp with time zone,
	"outcome" "report_outcome",
	"answer" text,
	"closed_at" timestamp with time zone,
	"closed_by_id" uuid,
	"closed_by_person_id" uuid,
	"correction_version" integer,
	"correction_decision_id" uuid,
	CONSTRAINT "reports_number_unique" UNIQUE("number"),
	CONSTRAINT "reports_tokenHash_unique" UNIQUE("token_hash")
);
--> statement-breakpoint
ALTER TABLE "reports" ADD CONSTRAINT "reports_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reports" ADD CONSTRAINT "reports_offering_id_offerings_id_fk" FOREIGN KEY ("offering_id") REFERENCES "public"."offerings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reports" ADD CONSTRAINT "reports_closed_by_id_organisations_id_fk" FOREIGN KEY ("closed_by_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reports" ADD CONSTRAINT "reports_closed_by_person_id_people_id_fk" FOREIGN KEY ("closed_by_person_id") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reports" ADD CONSTRAINT "reports_correction_decision_id_decisions_id_fk" FOREIGN KEY ("correction_decision_id") REFERENCES "public"."decisions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "reports_organisation_id_closed_at_index" ON "reports" USING btree ("organisation_id","closed_at");--> statement-breakpoint
CREATE INDEX "reports_digest_index" ON "reports" USING btree ("digest");