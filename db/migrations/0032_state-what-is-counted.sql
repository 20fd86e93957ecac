-- What statistics count of a document, worked out as it is written: it never changes after that.
create function cairn_stated(c jsonb) returns jsonb language sql immutable parallel safe as $$
  select jsonb_build_object(
    'target_groups', case jsonb_typeof(c->'targetGroups') when 'array' then c->'targetGroups' else '[]' end,
    'funding', case jsonb_typeof(c->'funding') when 'array' then c->'funding' else '[]' end,
    'validation', c->'validation', 'stacking', c->'stacking',
    -- The languages in which title and every outcome can be read.
    'read', to_jsonb(array(
      select l from jsonb_object_keys(case jsonb_typeof(c->'title') when 'object' then c->'title' else '{}' end) l
      where c->'title'->>l <> '' and not exists (
        select from jsonb_array_elements(case jsonb_typeof(c->'outcomes') when 'array' then c->'outcomes' else '[]' end) o
        where coalesce(o->'text'->>l, '') = '') order by l)))
$$;--> statement-breakpoint
CREATE TABLE "counted_histories" (
	"scope" text NOT NULL,
	"code" text NOT NULL,
	"category" text NOT NULL,
	"part" text NOT NULL,
	"from" date NOT NULL,
	"counts" integer[] NOT NULL,
	CONSTRAINT "counted_histories_figure" PRIMARY KEY("scope","code","category","part")
);
--> statement-breakpoint
ALTER TABLE "versions" ADD COLUMN "stated" jsonb GENERATED ALWAYS AS (cairn_stated(content)) STORED NOT NULL;
