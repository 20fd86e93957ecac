CREATE TABLE "changes" (
	"xid" "xid8" DEFAULT pg_current_xact_id() NOT NULL,
	"source" text NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "changes_xid_source_pk" PRIMARY KEY("xid","source")
);
--> statement-breakpoint
CREATE INDEX "changes_at_index" ON "changes" USING btree ("at");--> statement-breakpoint
-- Kept pages go when something changes that they were drawn from. Whoever writes, by whatever command or by hand, has it told here.
-- A source is told once a transaction, and two transactions never wait for each other over it, since their numbers differ.
create function tell_of_offerings() returns trigger language plpgsql as $$
begin
  insert into changes (source)
  select s.source from (select id, provider_id, external_id from changed) c
    join organisations p on p.id = c.provider_id
    cross join lateral (values (c.id::text), ('catalogue ' || p.id), (p.slug || ':' || c.external_id)) as s (source)
  union
  -- What it is or was part of: pages of wholes and of their other parts list it.
  select r.reference from changed c
    join versions v on v.offering_id = c.id
    cross join lateral jsonb_array_elements_text(v.content->'stacksInto') as r (reference)
    where jsonb_typeof(v.content->'stacksInto') = 'array'
  on conflict do nothing;
  return null;
end $$;--> statement-breakpoint
create function tell_of_offering_parts() returns trigger language plpgsql as $$
begin
  insert into changes (source)
  select s.source from (select distinct offering_id from changed) c
    join offerings o on o.id = c.offering_id
    cross join lateral (values (o.id::text), ('catalogue ' || o.provider_id)) as s (source)
  union
  select distinct offering_id::text from changed
  on conflict do nothing;
  return null;
end $$;--> statement-breakpoint
create function tell_of_session_parts() returns trigger language plpgsql as $$
begin
  insert into changes (source)
  select s.source from (select distinct session_id from changed) c
    join sessions on sessions.id = c.session_id
    join offerings o on o.id = sessions.offering_id
    cross join lateral (values (o.id::text), ('catalogue ' || o.provider_id)) as s (source)
  on conflict do nothing;
  return null;
end $$;--> statement-breakpoint
create function tell_of_organisations() returns trigger language plpgsql as $$
declare
  organisation organisations := coalesce(new, old);
begin
  insert into changes (source) values (organisation.id::text), (organisation.slug) on conflict do nothing;
  if tg_op = 'DELETE' or tg_op = 'UPDATE' and (old.slug, old.roles) is distinct from (new.slug, new.roles) then
    insert into changes (source) values ('names'), ('register') on conflict do nothing;
  end if;
  return null;
end $$;--> statement-breakpoint
-- The first name of an organisation is on no page yet; any other may be on any.
create function tell_of_names() returns trigger language plpgsql as $$
declare
  name organisation_names := coalesce(new, old);
begin
  insert into changes (source) values (name.organisation_id::text), ('register') on conflict do nothing;
  if tg_op <> 'INSERT' or exists (select from organisation_names n where n.organisation_id = name.organisation_id and n.id <> name.id) then
    insert into changes (source) values ('names') on conflict do nothing;
  end if;
  return null;
end $$;--> statement-breakpoint
create function tell_of_register() returns trigger language plpgsql as $$
declare
  fact jsonb := to_jsonb(coalesce(new, old));
begin
  -- The columns that name an organisation.
  insert into changes (source) select fact->>named from unnest(tg_argv) named union select 'register' on conflict do nothing;
  return null;
end $$;--> statement-breakpoint
-- Where the index took up only what happened to sessions, the words and the level, field and provider of these offerings are what they were.
create function tell_of_index() returns trigger language plpgsql as $$
begin
  if (select bool_and(type = 'sessions.changed') and count(*) <= 50 from changed) then
    insert into changes (source) select distinct 'sessions ' || subject_id from changed on conflict do nothing;
  elsif exists (select from changed) then
    insert into changes (source) values ('index') on conflict do nothing;
  end if;
  return null;
end $$;--> statement-breakpoint
create function tell_by_statement(told regclass, teller text) returns void language plpgsql as $$
begin
  execute format('create trigger tell_insert after insert on %s referencing new table as changed for each statement execute function %I()', told, teller);
  execute format('create trigger tell_update after update on %s referencing new table as changed for each statement execute function %I()', told, teller);
  execute format('create trigger tell_delete after delete on %s referencing old table as changed for each statement execute function %I()', told, teller);
end $$;--> statement-breakpoint
select tell_by_statement('offerings', 'tell_of_offerings');--> statement-breakpoint
select tell_by_statement(told, 'tell_of_offering_parts')
  from unnest('{versions,sessions,verifications,feedback_answers,feedback_responses,peer_reviews}'::regclass[]) told;--> statement-breakpoint
select tell_by_statement(told, 'tell_of_session_parts') from unnest('{enrolment_windows,session_prices}'::regclass[]) told;--> statement-breakpoint
drop function tell_by_statement;--> statement-breakpoint
create trigger tell after insert or update or delete on organisations for each row execute function tell_of_organisations();--> statement-breakpoint
create trigger tell after insert or update or delete on organisation_names for each row execute function tell_of_names();--> statement-breakpoint
create trigger tell after insert or update or delete on organisation_identifiers for each row execute function tell_of_register('organisation_id');--> statement-breakpoint
create trigger tell after insert or update or delete on organisation_successions for each row execute function tell_of_register('predecessor_id', 'successor_id');--> statement-breakpoint
create trigger tell after insert or update or delete on registrations for each row execute function tell_of_register('provider_id');--> statement-breakpoint
create trigger tell after insert or update or delete on accreditations for each row execute function tell_of_register('organisation_id');--> statement-breakpoint
create trigger tell after insert or update or delete on recognition_policies for each row execute function tell_of_register('organisation_id');--> statement-breakpoint
create trigger tell after update on events referencing new table as changed for each statement execute function tell_of_index();
