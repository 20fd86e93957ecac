-- The names of a concept in the languages that search knows: its label and the first few others of each.
create function cairn_concept_words(labels jsonb, alternatives jsonb, most integer) returns text language sql immutable parallel safe
  as $$ select string_agg(word, ' ') from (
    select value as word from jsonb_each_text(labels) where key in ('en', 'nl', 'fr', 'de')
    union all
    select name.value from jsonb_each(alternatives) language, jsonb_array_elements_text(language.value) with ordinality name(value, place)
    where language.key in ('en', 'nl', 'fr', 'de') and name.place <= most) words $$;--> statement-breakpoint
-- The addresses of the skills that the outcomes of a version name.
create function cairn_taught(content jsonb) returns jsonb language sql immutable parallel safe
  as $$ select jsonb_path_query_array(content, '$.outcomes[*].skills[*]') $$;--> statement-breakpoint
CREATE TABLE "broader_skills" (
	"skill" text NOT NULL,
	"broader" text NOT NULL,
	CONSTRAINT "broader_skills_skill_broader_pk" PRIMARY KEY("skill","broader")
);
--> statement-breakpoint
CREATE TABLE "occupation_skills" (
	"occupation" text NOT NULL,
	"skill" text NOT NULL,
	"need" text NOT NULL,
	CONSTRAINT "occupation_skills_occupation_skill_pk" PRIMARY KEY("occupation","skill"),
	CONSTRAINT "occupation_skills_need" CHECK ("occupation_skills"."need" in ('essential', 'optional'))
);
--> statement-breakpoint
CREATE TABLE "occupations" (
	"uri" text PRIMARY KEY NOT NULL,
	"id" text GENERATED ALWAYS AS (regexp_replace(uri, '^.*/', '')) STORED NOT NULL,
	"code" text,
	"labels" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"alternatives" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"descriptions" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"status" text DEFAULT 'released' NOT NULL,
	"replaced_by" text,
	"names" "tsvector" GENERATED ALWAYS AS (to_tsvector('simple', cairn_fold(cairn_concept_words(labels, alternatives, 1000)))) STORED
);
--> statement-breakpoint
CREATE TABLE "skills" (
	"uri" text PRIMARY KEY NOT NULL,
	"id" text GENERATED ALWAYS AS (regexp_replace(uri, '^.*/', '')) STORED NOT NULL,
	"code" text,
	"labels" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"alternatives" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"descriptions" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"status" text DEFAULT 'released' NOT NULL,
	"replaced_by" text,
	"names" "tsvector" GENERATED ALWAYS AS (to_tsvector('simple', cairn_fold(cairn_concept_words(labels, alternatives, 1000)))) STORED,
	"kind" text NOT NULL,
	"reuse" text,
	"words" text GENERATED ALWAYS AS (cairn_concept_words(labels, alternatives, 2)) STORED,
	CONSTRAINT "skills_kind" CHECK ("skills"."kind" in ('skill', 'knowledge', 'group'))
);
--> statement-breakpoint
CREATE INDEX "broader_skills_broader_index" ON "broader_skills" USING btree ("broader");--> statement-breakpoint
CREATE INDEX "occupation_skills_skill_index" ON "occupation_skills" USING btree ("skill");--> statement-breakpoint
CREATE INDEX "occupations_id_index" ON "occupations" USING btree ("id");--> statement-breakpoint
CREATE INDEX "occupations_names_index" ON "occupations" USING gin ("names");--> statement-breakpoint
CREATE INDEX "skills_id_index" ON "skills" USING btree ("id");--> statement-breakpoint
CREATE INDEX "skills_names_index" ON "skills" USING gin ("names");--> statement-breakpoint
CREATE INDEX "versions_skills_index" ON "versions" USING gin (cairn_taught("content"));--> statement-breakpoint
-- By what words of its skills an offering is found, beside its own.
create function cairn_skill_search(taught jsonb) returns tsvector language sql stable parallel safe
  as $$ select to_tsvector('simple', cairn_fold(coalesce(string_agg(words, ' '), ''))) from skills
    where uri in (select jsonb_array_elements_text(taught)) $$;--> statement-breakpoint
-- What a skill is called may be on any page and among the filters of any search.
create function tell_of_skills() returns trigger language plpgsql as $$
begin
  insert into changes (source) values ('names'), ('index') on conflict do nothing;
  return null;
end $$;--> statement-breakpoint
create trigger tell after insert or update or delete on skills for each statement execute function tell_of_skills();--> statement-breakpoint
create trigger tell after insert or update or delete on occupations for each statement execute function tell_of_skills();--> statement-breakpoint
create trigger tell after insert or update or delete on broader_skills for each statement execute function tell_of_skills();--> statement-breakpoint
create trigger tell after insert or update or delete on occupation_skills for each statement execute function tell_of_skills();
