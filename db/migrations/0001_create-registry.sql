CREATE TYPE "public"."import_status" AS ENUM('queued', 'running', 'done', 'failed', 'stopped');--> statement-breakpoint
CREATE TYPE "public"."row_outcome" AS ENUM('published', 'updated', 'unchanged', 'draft', 'refused');--> statement-breakpoint
CREATE TYPE "public"."publication_status" AS ENUM('draft', 'published', 'withdrawn', 'archived');--> statement-breakpoint
CREATE TYPE "public"."verified_field" AS ENUM('level', 'credits', 'quality');--> statement-breakpoint
CREATE TYPE "public"."organisation_role" AS ENUM('provider', 'awarding-body', 'competent-authority', 'quality-agency', 'guidance-service', 'recognition-body');--> statement-breakpoint
CREATE TYPE "public"."succession_kind" AS ENUM('renamed', 'merged', 'absorbed', 'split');--> statement-breakpoint
CREATE TYPE "public"."accreditation_effect" AS ENUM('full', 'no-new-starts', 'teach-out', 'withdrawn');--> statement-breakpoint
CREATE TYPE "public"."decision_kind" AS ENUM('register', 'refuse', 'accredit', 'extend', 'limit', 'suspend', 'reinstate', 'withdraw', 'correct');--> statement-breakpoint
CREATE TYPE "public"."registration_status" AS ENUM('applied', 'under-review', 'registered', 'refused', 'suspended', 'withdrawn');--> statement-breakpoint
CREATE TABLE "events" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"type" text NOT NULL,
	"subject" text NOT NULL,
	"subject_id" uuid NOT NULL,
	"organisation_id" uuid,
	"actor" text NOT NULL,
	"before" jsonb,
	"after" jsonb,
	"happened_at" timestamp with time zone DEFAULT now() NOT NULL,
	"indexed_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "import_mappings" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"provider_id" uuid NOT NULL,
	"name" text NOT NULL,
	"mapping" jsonb NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "import_mappings_providerId_name_unique" UNIQUE("provider_id","name")
);
--> statement-breakpoint
CREATE TABLE "import_rows" (
	"import_id" uuid NOT NULL,
	"sheet" text DEFAULT '' NOT NULL,
	"row" integer NOT NULL,
	"external_id" text,
	"title" text,
	"outcome" "row_outcome" NOT NULL,
	"problems" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"offering_id" uuid,
	CONSTRAINT "import_rows_import_id_sheet_row_pk" PRIMARY KEY("import_id","sheet","row")
);
--> statement-breakpoint
CREATE TABLE "imports" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"provider_id" uuid NOT NULL,
	"file_name" text NOT NULL,
	"file" "bytea" NOT NULL,
	"mapping" jsonb,
	"dry_run" boolean DEFAULT false NOT NULL,
	"status" "import_status" DEFAULT 'queued' NOT NULL,
	"facts" jsonb,
	"total_rows" integer,
	"done_rows" integer DEFAULT 0 NOT NULL,
	"done_groups" integer DEFAULT 0 NOT NULL,
	"failure" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"started_at" timestamp with time zone,
	"finished_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "enrolment_windows" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"session_id" uuid NOT NULL,
	"opens_on" date,
	"closes_on" date
);
--> statement-breakpoint
CREATE TABLE "offerings" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"slug" text NOT NULL,
	"provider_id" uuid NOT NULL,
	"external_id" text NOT NULL,
	"status" "publication_status" DEFAULT 'draft' NOT NULL,
	"current_version_id" uuid,
	"superseded_by_id" uuid,
	"visible" "tstzmultirange" DEFAULT '{}' NOT NULL,
	"withdrawn_reason" jsonb,
	"first_published_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "offerings_slug_unique" UNIQUE("slug")
);
--> statement-breakpoint
CREATE TABLE "pending_versions" (
	"offering_id" uuid PRIMARY KEY NOT NULL,
	"content" jsonb NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "session_prices" (
	"session_id" uuid NOT NULL,
	"learner_group" text NOT NULL,
	"amount" numeric(10, 2) NOT NULL,
	"currency" text NOT NULL,
	CONSTRAINT "session_prices_session_id_learner_group_pk" PRIMARY KEY("session_id","learner_group")
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"offering_id" uuid NOT NULL,
	"external_id" text NOT NULL,
	"starts_on" date,
	"ends_on" date,
	"schedule" text,
	"times" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"modes" text[] DEFAULT '{}' NOT NULL,
	"languages" text[] DEFAULT '{}' NOT NULL,
	"places" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"seats" integer,
	"seats_left" integer,
	"url" text,
	"cancelled_on" date,
	"confirmed_on" date,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "sessions_offeringId_externalId_unique" UNIQUE("offering_id","external_id")
);
--> statement-breakpoint
CREATE TABLE "verifications" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"offering_id" uuid NOT NULL,
	"version_number" integer NOT NULL,
	"field" "verified_field" NOT NULL,
	"value" text NOT NULL,
	"verified_by_id" uuid NOT NULL,
	"verified_on" date NOT NULL,
	"evidence_url" text,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "verifications_offeringId_versionNumber_field_verifiedById_unique" UNIQUE("offering_id","version_number","field","verified_by_id")
);
--> statement-breakpoint
CREATE TABLE "versions" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"offering_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"effective_from" date NOT NULL,
	"published_at" timestamp with time zone DEFAULT now() NOT NULL,
	"content" jsonb NOT NULL,
	"title" text NOT NULL,
	"eqf" integer NOT NULL,
	"ects" numeric(6, 2),
	"hours" numeric(7, 1),
	"fields" text[] NOT NULL,
	"modes" text[] NOT NULL,
	"languages" text[] NOT NULL,
	"quality" text[] NOT NULL,
	"setting" text,
	"completeness" integer NOT NULL,
	"search_text" text NOT NULL,
	"search" "tsvector" GENERATED ALWAYS AS (to_tsvector('simple', cairn_fold(search_text))) STORED,
	CONSTRAINT "versions_offeringId_number_unique" UNIQUE("offering_id","number")
);
--> statement-breakpoint
CREATE TABLE "organisation_identifiers" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"organisation_id" uuid NOT NULL,
	"scheme" text NOT NULL,
	"value" text NOT NULL,
	"valid" daterange NOT NULL
);
--> statement-breakpoint
CREATE TABLE "organisation_names" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"organisation_id" uuid NOT NULL,
	"name" jsonb NOT NULL,
	"valid" daterange NOT NULL
);
--> statement-breakpoint
CREATE TABLE "organisation_successions" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"predecessor_id" uuid NOT NULL,
	"successor_id" uuid NOT NULL,
	"kind" "succession_kind" NOT NULL,
	"on" date NOT NULL,
	CONSTRAINT "organisation_successions_predecessorId_successorId_unique" UNIQUE("predecessor_id","successor_id")
);
--> statement-breakpoint
CREATE TABLE "organisations" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"slug" text NOT NULL,
	"roles" "organisation_role"[] NOT NULL,
	"provider_type" text,
	"description" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"homepage" text,
	"email" text,
	"phone" text,
	"street" text,
	"postal_code" text,
	"town" text,
	"country" text NOT NULL,
	"nuts" text,
	"latitude" double precision,
	"longitude" double precision,
	"statements" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "organisations_slug_unique" UNIQUE("slug")
);
--> statement-breakpoint
CREATE TABLE "recognition_policies" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"organisation_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"text" jsonb NOT NULL,
	"rules" jsonb NOT NULL,
	"valid" daterange NOT NULL,
	"published_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "recognition_policies_organisationId_number_unique" UNIQUE("organisation_id","number")
);
--> statement-breakpoint
CREATE TABLE "accreditations" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"key" text NOT NULL,
	"organisation_id" uuid NOT NULL,
	"accrediting_body_id" uuid NOT NULL,
	"title" jsonb NOT NULL,
	"type" text NOT NULL,
	"standard" text NOT NULL,
	"standard_label" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"eqf_levels" integer[],
	"fields" text[],
	"settings" text[],
	"jurisdictions" text[],
	"offering_id" uuid,
	"effect" "accreditation_effect" DEFAULT 'full' NOT NULL,
	"effect_on" date,
	"valid" daterange NOT NULL,
	"open_ended" boolean NOT NULL,
	"recorded" "tstzrange" NOT NULL,
	"decision_id" uuid,
	"decision_url" text,
	"report_url" text
);
--> statement-breakpoint
CREATE TABLE "decisions" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"kind" "decision_kind" NOT NULL,
	"authority_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"decided_on" date NOT NULL,
	"effective_from" date NOT NULL,
	"statement" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"document_url" text,
	"supersedes_id" uuid,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "registrations" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"provider_id" uuid NOT NULL,
	"authority_id" uuid NOT NULL,
	"status" "registration_status" NOT NULL,
	"valid" daterange NOT NULL,
	"recorded" "tstzrange" NOT NULL,
	"decision_id" uuid NOT NULL
);
--> statement-breakpoint
ALTER TABLE "import_mappings" ADD CONSTRAINT "import_mappings_provider_id_organisations_id_fk" FOREIGN KEY ("provider_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_rows" ADD CONSTRAINT "import_rows_import_id_imports_id_fk" FOREIGN KEY ("import_id") REFERENCES "public"."imports"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "imports" ADD CONSTRAINT "imports_provider_id_organisations_id_fk" FOREIGN KEY ("provider_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "enrolment_windows" ADD CONSTRAINT "enrolment_windows_session_id_sessions_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."sessions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "offerings" ADD CONSTRAINT "offerings_provider_id_organisations_id_fk" FOREIGN KEY ("provider_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "offerings" ADD CONSTRAINT "offerings_superseded_by_id_offerings_id_fk" FOREIGN KEY ("superseded_by_id") REFERENCES "public"."offerings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pending_versions" ADD CONSTRAINT "pending_versions_offering_id_offerings_id_fk" FOREIGN KEY ("offering_id") REFERENCES "public"."offerings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session_prices" ADD CONSTRAINT "session_prices_session_id_sessions_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."sessions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_offering_id_offerings_id_fk" FOREIGN KEY ("offering_id") REFERENCES "public"."offerings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "verifications" ADD CONSTRAINT "verifications_offering_id_offerings_id_fk" FOREIGN KEY ("offering_id") REFERENCES "public"."offerings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "verifications" ADD CONSTRAINT "verifications_verified_by_id_organisations_id_fk" FOREIGN KEY ("verified_by_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "versions" ADD CONSTRAINT "versions_offering_id_offerings_id_fk" FOREIGN KEY ("offering_id") REFERENCES "public"."offerings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "organisation_identifiers" ADD CONSTRAINT "organisation_identifiers_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "organisation_names" ADD CONSTRAINT "organisation_names_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "organisation_successions" ADD CONSTRAINT "organisation_successions_predecessor_id_organisations_id_fk" FOREIGN KEY ("predecessor_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "organisation_successions" ADD CONSTRAINT "organisation_successions_successor_id_organisations_id_fk" FOREIGN KEY ("successor_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "recognition_policies" ADD CONSTRAINT "recognition_policies_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "accreditations" ADD CONSTRAINT "accreditations_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "accreditations" ADD CONSTRAINT "accreditations_accrediting_body_id_organisations_id_fk" FOREIGN KEY ("accrediting_body_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "accreditations" ADD CONSTRAINT "accreditations_offering_id_offerings_id_fk" FOREIGN KEY ("offering_id") REFERENCES "public"."offerings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "accreditations" ADD CONSTRAINT "accreditations_decision_id_decisions_id_fk" FOREIGN KEY ("decision_id") REFERENCES "public"."decisions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_authority_id_organisations_id_fk" FOREIGN KEY ("authority_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "registrations" ADD CONSTRAINT "registrations_provider_id_organisations_id_fk" FOREIGN KEY ("provider_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "registrations" ADD CONSTRAINT "registrations_authority_id_organisations_id_fk" FOREIGN KEY ("authority_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "registrations" ADD CONSTRAINT "registrations_decision_id_decisions_id_fk" FOREIGN KEY ("decision_id") REFERENCES "public"."decisions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "events_waiting" ON "events" USING btree ("id") WHERE "events"."indexed_at" is null;--> statement-breakpoint
CREATE INDEX "events_subject_id_index" ON "events" USING btree ("subject_id");--> statement-breakpoint
CREATE INDEX "imports_provider_id_index" ON "imports" USING btree ("provider_id");--> statement-breakpoint
CREATE INDEX "enrolment_windows_session_id_index" ON "enrolment_windows" USING btree ("session_id");--> statement-breakpoint
CREATE INDEX "offerings_provider_id_index" ON "offerings" USING btree ("provider_id");--> statement-breakpoint
CREATE INDEX "offerings_current_version_id_index" ON "offerings" USING btree ("current_version_id");--> statement-breakpoint
CREATE INDEX "offerings_superseded_by_id_index" ON "offerings" USING btree ("superseded_by_id");--> statement-breakpoint
CREATE INDEX "versions_search_index" ON "versions" USING gin ("search");