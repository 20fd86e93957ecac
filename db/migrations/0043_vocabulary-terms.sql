CREATE TYPE "public"."term_kind" AS ENUM('level', 'label');--> statement-breakpoint
CREATE TABLE "vocabulary_terms" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"kind" "term_kind" NOT NULL,
	"code" text NOT NULL,
	"names" jsonb NOT NULL,
	"eqf" smallint,
	"given_by" text,
	"url" text,
	"valid" daterange NOT NULL,
	"added_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "vocabulary_terms_valid_not_empty" CHECK (not isempty("vocabulary_terms"."valid")),
	CONSTRAINT "vocabulary_terms_code" CHECK ("vocabulary_terms"."code" ~ '^[a-z0-9-]+/[a-z0-9+-]+$' or "vocabulary_terms"."code" ~ '^label-[a-z0-9-]+$'),
	CONSTRAINT "vocabulary_terms_of_its_kind" CHECK (case "vocabulary_terms"."kind" when 'level' then "vocabulary_terms"."eqf" between 1 and 8 and "vocabulary_terms"."given_by" is null else "vocabulary_terms"."eqf" is null and "vocabulary_terms"."given_by" is not null end)
);
--> statement-breakpoint
-- One name on one day.
alter table vocabulary_terms add constraint vocabulary_terms_no_overlap exclude using gist (code with =, valid with &&);--> statement-breakpoint
-- A code is never another's: what was a term is never taken out.
create trigger vocabulary_terms_kept before delete on vocabulary_terms for each row execute function refuse_rewriting_of_log();--> statement-breakpoint
-- What is called otherwise may be on any page and among the filters of any search.
create function tell_of_terms() returns trigger language plpgsql as $$
begin
  insert into changes (source) values ('names'), ('index') on conflict do nothing;
  return null;
end $$;--> statement-breakpoint
create trigger tell after insert or update or delete on vocabulary_terms for each statement execute function tell_of_terms();
