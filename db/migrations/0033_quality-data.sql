CREATE TYPE "public"."quality_row_outcome" AS ENUM('added', 'updated', 'unchanged', 'refused');--> statement-breakpoint
CREATE TYPE "public"."subject_match" AS ENUM('identifier', 'officer');--> statement-breakpoint
CREATE TABLE "agency_activities" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"agency_id" uuid NOT NULL,
	"activity_id" integer,
	"name" text NOT NULL,
	"type" text,
	"reports_link" text,
	CONSTRAINT "agency_activities_activityId_unique" UNIQUE("activity_id"),
	CONSTRAINT "agency_activities_agencyId_name_unique" UNIQUE("agency_id","name")
);
--> statement-breakpoint
CREATE TABLE "quality_agencies" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"deqar_id" integer NOT NULL,
	"acronym" text NOT NULL,
	"name" text NOT NULL,
	"country" text,
	"website" text,
	"reports_link" text,
	"note" text,
	"description" text,
	"place" integer,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "quality_agencies_deqarId_unique" UNIQUE("deqar_id")
);
--> statement-breakpoint
CREATE TABLE "quality_agency_terms" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"agency_id" uuid NOT NULL,
	"valid" daterange NOT NULL,
	"recorded" "tstzrange" DEFAULT tstzrange(now(), null) NOT NULL,
	"source" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "quality_import_rows" (
	"import_id" uuid NOT NULL,
	"row" integer NOT NULL,
	"label" text NOT NULL,
	"outcome" "quality_row_outcome" NOT NULL,
	"matched" integer DEFAULT 0 NOT NULL,
	"proposed" integer DEFAULT 0 NOT NULL,
	"unmatched" integer DEFAULT 0 NOT NULL,
	"problems" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"report_key" uuid,
	CONSTRAINT "quality_import_rows_import_id_row_pk" PRIMARY KEY("import_id","row")
);
--> statement-breakpoint
CREATE TABLE "quality_imports" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"actor" text NOT NULL,
	"organisation_id" uuid,
	"file_name" text NOT NULL,
	"bytes" "bytea" NOT NULL,
	"kind" text,
	"dry_run" boolean DEFAULT false NOT NULL,
	"status" "import_status" DEFAULT 'queued' NOT NULL,
	"total_rows" integer,
	"done_rows" integer DEFAULT 0 NOT NULL,
	"failure" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"started_at" timestamp with time zone,
	"finished_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "quality_report_subjects" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"report_id" uuid NOT NULL,
	"place" integer NOT NULL,
	"said" jsonb NOT NULL,
	"organisation_id" uuid,
	"matched_by" "subject_match",
	"scheme" text,
	"value" text,
	"candidates" uuid[] DEFAULT '{}' NOT NULL,
	"rejected" uuid[] DEFAULT '{}' NOT NULL,
	"decided_by_id" uuid,
	"recorded" "tstzrange" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "quality_reports" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"key" uuid NOT NULL,
	"agency_id" uuid NOT NULL,
	"local_identifier" text NOT NULL,
	"type" text NOT NULL,
	"status" text NOT NULL,
	"decision" text NOT NULL,
	"activities" text[] NOT NULL,
	"valid" daterange NOT NULL,
	"said" jsonb NOT NULL,
	"recorded" "tstzrange" NOT NULL,
	"import_id" uuid
);
--> statement-breakpoint
ALTER TABLE "organisation_identifiers" ADD COLUMN "source" text;--> statement-breakpoint
ALTER TABLE "agency_activities" ADD CONSTRAINT "agency_activities_agency_id_quality_agencies_id_fk" FOREIGN KEY ("agency_id") REFERENCES "public"."quality_agencies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "quality_agency_terms" ADD CONSTRAINT "quality_agency_terms_agency_id_quality_agencies_id_fk" FOREIGN KEY ("agency_id") REFERENCES "public"."quality_agencies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "quality_import_rows" ADD CONSTRAINT "quality_import_rows_import_id_quality_imports_id_fk" FOREIGN KEY ("import_id") REFERENCES "public"."quality_imports"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "quality_imports" ADD CONSTRAINT "quality_imports_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "quality_report_subjects" ADD CONSTRAINT "quality_report_subjects_report_id_quality_reports_id_fk" FOREIGN KEY ("report_id") REFERENCES "public"."quality_reports"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "quality_report_subjects" ADD CONSTRAINT "quality_report_subjects_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "quality_report_subjects" ADD CONSTRAINT "quality_report_subjects_decided_by_id_people_id_fk" FOREIGN KEY ("decided_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "quality_reports" ADD CONSTRAINT "quality_reports_agency_id_quality_agencies_id_fk" FOREIGN KEY ("agency_id") REFERENCES "public"."quality_agencies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "quality_reports" ADD CONSTRAINT "quality_reports_import_id_quality_imports_id_fk" FOREIGN KEY ("import_id") REFERENCES "public"."quality_imports"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "quality_agency_terms_agency_id_index" ON "quality_agency_terms" USING btree ("agency_id");--> statement-breakpoint
CREATE INDEX "quality_report_subjects_organisation_id_index" ON "quality_report_subjects" USING btree ("organisation_id");--> statement-breakpoint
CREATE INDEX "quality_report_subjects_known" ON "quality_report_subjects" USING btree ("report_id") WHERE upper_inf(recorded);--> statement-breakpoint
CREATE INDEX "quality_reports_known" ON "quality_reports" USING btree ("agency_id","local_identifier") WHERE upper_inf(recorded);--> statement-breakpoint
CREATE INDEX "quality_reports_key_index" ON "quality_reports" USING btree ("key");--> statement-breakpoint
CREATE INDEX "quality_reports_import_id_index" ON "quality_reports" USING btree ("import_id");