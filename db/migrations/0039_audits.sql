CREATE TYPE "public"."audit_draws" AS ENUM('providers', 'offerings');--> statement-breakpoint
CREATE TYPE "public"."audit_grade" AS ENUM('conform', 'remark', 'minor', 'major');--> statement-breakpoint
CREATE TABLE "audit_plans" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"slug" text NOT NULL,
	"authority_id" uuid NOT NULL,
	"title" jsonb NOT NULL,
	"aim" jsonb NOT NULL,
	"starts_on" date NOT NULL,
	"ends_on" date NOT NULL,
	"standards" jsonb NOT NULL,
	"draws" "audit_draws" NOT NULL,
	"by_provider_type" boolean DEFAULT false NOT NULL,
	"random" integer NOT NULL,
	"risk" integer NOT NULL,
	"frame" text NOT NULL,
	"frame_size" integer NOT NULL,
	"frame_sha256" text NOT NULL,
	"quotas" jsonb NOT NULL,
	"announced_at" timestamp with time zone NOT NULL,
	"seed_source" text,
	"seed" text,
	"seed_day" date,
	"seed_at" timestamp with time zone,
	"drawn_at" timestamp with time zone,
	CONSTRAINT "audit_plans_slug_unique" UNIQUE("slug"),
	CONSTRAINT "audit_plans_period" CHECK ("audit_plans"."starts_on" <= "audit_plans"."ends_on"),
	CONSTRAINT "audit_plans_sizes" CHECK ("audit_plans"."random" >= 0 and "audit_plans"."risk" >= 0 and "audit_plans"."random" + "audit_plans"."risk" between 1 and "audit_plans"."frame_size"),
	CONSTRAINT "audit_plans_seed" CHECK (("audit_plans"."seed_day" is null) = ("audit_plans"."seed" is null or "audit_plans"."seed_source" is not null)),
	CONSTRAINT "audit_plans_drawn" CHECK ("audit_plans"."drawn_at" is null or "audit_plans"."random" = 0 or "audit_plans"."seed" is not null)
);
--> statement-breakpoint
CREATE TABLE "audit_actions" (
	"case_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"offering_id" uuid,
	"due_on" date NOT NULL,
	"state" text NOT NULL,
	CONSTRAINT "audit_actions_case_id_number_pk" PRIMARY KEY("case_id","number")
);
--> statement-breakpoint
CREATE TABLE "audit_acts" (
	"case_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"person_id" uuid NOT NULL,
	"on" date NOT NULL,
	"act" jsonb NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "audit_acts_case_id_number_pk" PRIMARY KEY("case_id","number")
);
--> statement-breakpoint
CREATE TABLE "audit_cases" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"number" bigserial NOT NULL,
	"authority_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"offering_id" uuid,
	"plan_id" uuid,
	"cause" text,
	"standards" jsonb NOT NULL,
	"opened_on" date NOT NULL,
	"stage" text NOT NULL,
	"turn" text NOT NULL,
	"due_on" date,
	"auditor_id" uuid,
	"result" text,
	"closed_on" date,
	CONSTRAINT "audit_cases_number_unique" UNIQUE("number"),
	CONSTRAINT "audit_cases_why" CHECK (("audit_cases"."plan_id" is null) <> ("audit_cases"."cause" is null))
);
--> statement-breakpoint
CREATE TABLE "audit_declarations" (
	"person_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"declared_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "audit_declarations_person_id_case_id_pk" PRIMARY KEY("person_id","case_id")
);
--> statement-breakpoint
CREATE TABLE "audit_findings" (
	"case_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"revision" integer NOT NULL,
	"offering_id" uuid,
	"version_number" integer,
	"standard" text NOT NULL,
	"grade" "audit_grade" NOT NULL,
	"text" text NOT NULL,
	"written_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "audit_findings_case_id_number_revision_pk" PRIMARY KEY("case_id","number","revision"),
	CONSTRAINT "audit_findings_inspected" CHECK (("audit_findings"."offering_id" is null) = ("audit_findings"."version_number" is null))
);
--> statement-breakpoint
CREATE TABLE "audit_proposals" (
	"case_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"kind" text NOT NULL,
	"draft_id" uuid,
	"proposed_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "audit_proposals_case_id_number_pk" PRIMARY KEY("case_id","number")
);
--> statement-breakpoint
CREATE TABLE "audit_samples" (
	"plan_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"slug" text NOT NULL,
	"stratum" text NOT NULL,
	"drawn" text NOT NULL,
	"case_id" uuid NOT NULL,
	"risk" jsonb NOT NULL,
	CONSTRAINT "audit_samples_plan_id_position_pk" PRIMARY KEY("plan_id","position"),
	CONSTRAINT "audit_samples_caseId_unique" UNIQUE("case_id"),
	CONSTRAINT "audit_samples_once" UNIQUE("plan_id","slug")
);
--> statement-breakpoint
CREATE TABLE "audit_summaries" (
	"case_id" uuid NOT NULL,
	"edition" integer NOT NULL,
	"organisation_id" uuid NOT NULL,
	"result" text NOT NULL,
	"text" jsonb NOT NULL,
	"published_on" date NOT NULL,
	"published_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "audit_summaries_case_id_edition_pk" PRIMARY KEY("case_id","edition")
);
--> statement-breakpoint
ALTER TABLE "audit_plans" ADD CONSTRAINT "audit_plans_authority_id_organisations_id_fk" FOREIGN KEY ("authority_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "audit_actions" ADD CONSTRAINT "audit_actions_case_id_audit_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."audit_cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "audit_actions" ADD CONSTRAINT "audit_actions_offering_id_offerings_id_fk" FOREIGN KEY ("offering_id") REFERENCES "public"."offerings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "audit_acts" ADD CONSTRAINT "audit_acts_case_id_audit_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."audit_cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "audit_acts" ADD CONSTRAINT "audit_acts_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "audit_cases" ADD CONSTRAINT "audit_cases_authority_id_organisations_id_fk" FOREIGN KEY ("authority_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "audit_cases" ADD CONSTRAINT "audit_cases_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "audit_cases" ADD CONSTRAINT "audit_cases_offering_id_offerings_id_fk" FOREIGN KEY ("offering_id") REFERENCES "public"."offerings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "audit_cases" ADD CONSTRAINT "audit_cases_plan_id_audit_plans_id_fk" FOREIGN KEY ("plan_id") REFERENCES "public"."audit_plans"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "audit_cases" ADD CONSTRAINT "audit_cases_auditor_id_people_id_fk" FOREIGN KEY ("auditor_id") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "audit_declarations" ADD CONSTRAINT "audit_declarations_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "audit_declarations" ADD CONSTRAINT "audit_declarations_case_id_audit_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."audit_cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "audit_findings" ADD CONSTRAINT "audit_findings_case_id_audit_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."audit_cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "audit_findings" ADD CONSTRAINT "audit_findings_version" FOREIGN KEY ("offering_id","version_number") REFERENCES "public"."versions"("offering_id","number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "audit_proposals" ADD CONSTRAINT "audit_proposals_case_id_audit_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."audit_cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "audit_proposals" ADD CONSTRAINT "audit_proposals_draft_id_decision_drafts_id_fk" FOREIGN KEY ("draft_id") REFERENCES "public"."decision_drafts"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "audit_samples" ADD CONSTRAINT "audit_samples_plan_id_audit_plans_id_fk" FOREIGN KEY ("plan_id") REFERENCES "public"."audit_plans"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "audit_samples" ADD CONSTRAINT "audit_samples_case_id_audit_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."audit_cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "audit_summaries" ADD CONSTRAINT "audit_summaries_case_id_audit_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."audit_cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "audit_summaries" ADD CONSTRAINT "audit_summaries_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "audit_plans_authority_id_starts_on_index" ON "audit_plans" USING btree ("authority_id","starts_on");--> statement-breakpoint
CREATE INDEX "audit_actions_state_due_on_index" ON "audit_actions" USING btree ("state","due_on");--> statement-breakpoint
CREATE INDEX "audit_actions_offering_id_index" ON "audit_actions" USING btree ("offering_id");--> statement-breakpoint
CREATE INDEX "audit_acts_person_id_index" ON "audit_acts" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "audit_cases_authority_id_stage_due_on_index" ON "audit_cases" USING btree ("authority_id","stage","due_on");--> statement-breakpoint
CREATE INDEX "audit_cases_organisation_id_index" ON "audit_cases" USING btree ("organisation_id");--> statement-breakpoint
CREATE INDEX "audit_proposals_draft_id_index" ON "audit_proposals" USING btree ("draft_id");--> statement-breakpoint
CREATE INDEX "audit_summaries_organisation_id_index" ON "audit_summaries" USING btree ("organisation_id");