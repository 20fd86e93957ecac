CREATE TABLE "receipt_keys" (
	"kid" text PRIMARY KEY NOT NULL,
	"public_key" jsonb NOT NULL,
	"first_used_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "receipts" (
	"id" text PRIMARY KEY NOT NULL,
	"organisation_id" uuid NOT NULL,
	"kid" text NOT NULL,
	"jws" text NOT NULL,
	"given_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "receipts" ADD CONSTRAINT "receipts_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "receipts" ADD CONSTRAINT "receipts_kid_receipt_keys_kid_fk" FOREIGN KEY ("kid") REFERENCES "public"."receipt_keys"("kid") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "receipts_organisation_id_index" ON "receipts" USING btree ("organisation_id");--> statement-breakpoint
CREATE INDEX "organisation_identifiers_organisation_id_index" ON "organisation_identifiers" USING btree ("organisation_id");--> statement-breakpoint
CREATE INDEX "organisation_names_organisation_id_index" ON "organisation_names" USING btree ("organisation_id");--> statement-breakpoint
CREATE INDEX "accreditations_known" ON "accreditations" USING btree ("organisation_id") WHERE upper_inf(recorded);--> statement-breakpoint
CREATE INDEX "accreditations_told" ON "accreditations" USING gist ("organisation_id","recorded");--> statement-breakpoint
CREATE INDEX "decisions_supersedes_id_index" ON "decisions" USING btree ("supersedes_id");--> statement-breakpoint
CREATE INDEX "registrations_known" ON "registrations" USING btree ("provider_id") WHERE upper_inf(recorded);--> statement-breakpoint
CREATE INDEX "registrations_told" ON "registrations" USING gist ("provider_id","recorded");--> statement-breakpoint
CREATE INDEX "restrictions_known" ON "restrictions" USING btree ("organisation_id") WHERE upper_inf(recorded);--> statement-breakpoint
CREATE INDEX "restrictions_told" ON "restrictions" USING gist ("organisation_id","recorded");