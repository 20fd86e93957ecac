-- Two clocks: one fact may not be told twice for the same day as known at the same moment.
alter table registrations add constraint registrations_no_overlap
  exclude using gist (provider_id with =, authority_id with =, valid with &&, recorded with &&);--> statement-breakpoint
alter table accreditations add constraint accreditations_no_overlap
  exclude using gist (key with =, organisation_id with =, valid with &&, recorded with &&);--> statement-breakpoint
alter table organisation_names add constraint organisation_names_no_overlap
  exclude using gist (organisation_id with =, valid with &&);--> statement-breakpoint
alter table organisation_identifiers add constraint organisation_identifiers_one_holder
  exclude using gist (scheme with =, value with =, valid with &&);--> statement-breakpoint
alter table recognition_policies add constraint recognition_policies_no_overlap
  exclude using gist (organisation_id with =, valid with &&);--> statement-breakpoint

alter table registrations add constraint registrations_valid_not_empty check (not isempty(valid) and not isempty(recorded));--> statement-breakpoint
alter table accreditations add constraint accreditations_valid_not_empty check (not isempty(valid) and not isempty(recorded));--> statement-breakpoint
-- An end is a date or is stated as open: a missing end never means something silently.
alter table accreditations add constraint accreditations_end_stated check (open_ended = upper_inf(valid));--> statement-breakpoint
alter table accreditations add constraint accreditations_effect_dated check ((effect in ('no-new-starts', 'teach-out')) = (effect_on is not null));--> statement-breakpoint
alter table accreditations add constraint accreditations_scope_not_empty check (
  cardinality(eqf_levels) > 0 is not false and cardinality(fields) > 0 is not false
  and cardinality(settings) > 0 is not false and cardinality(jurisdictions) > 0 is not false);--> statement-breakpoint

alter table versions add constraint versions_workload_stated check (ects is not null or hours is not null);--> statement-breakpoint
alter table versions add constraint versions_amounts check (ects > 0 is not false and hours > 0 is not false and eqf between 1 and 8 and number > 0);--> statement-breakpoint
alter table sessions add constraint sessions_end_after_start check (ends_on >= starts_on is not false and (ends_on is null or starts_on is not null));--> statement-breakpoint
alter table sessions add constraint sessions_seats check (seats >= 0 is not false and seats_left >= 0 is not false);--> statement-breakpoint
alter table enrolment_windows add constraint enrolment_windows_order check (closes_on >= opens_on is not false and (opens_on is not null or closes_on is not null));--> statement-breakpoint
alter table session_prices add constraint session_prices_amount check (amount >= 0);--> statement-breakpoint
alter table offerings add constraint offerings_published_has_version check (status <> 'published' or current_version_id is not null);--> statement-breakpoint
alter table offerings add constraint offerings_current_version foreign key (current_version_id) references versions (id) deferrable initially deferred;--> statement-breakpoint
-- One live offering a provider's id; what it superseded keeps the id for the record.
create unique index offerings_external_id on offerings (provider_id, external_id) where superseded_by_id is null;--> statement-breakpoint
create index offerings_visible on offerings using gist (visible);--> statement-breakpoint
create index versions_fields on versions using gin (fields);--> statement-breakpoint
create index registrations_provider on registrations (provider_id);--> statement-breakpoint
create index accreditations_organisation on accreditations (organisation_id);--> statement-breakpoint

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is never changed once it is written (%)', tg_table_name, old.id using errcode = 'restrict_violation';
end $$;--> statement-breakpoint
create trigger versions_immutable before update or delete on versions for each row execute function refuse_change();--> statement-breakpoint
create trigger decisions_immutable before update or delete on decisions for each row execute function refuse_change();--> statement-breakpoint
-- A policy's text and rules are fixed; only the end of its validity may be set, when a newer one follows.
create function refuse_policy_change() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and (old.text, old.rules, old.number, old.organisation_id, lower(old.valid))
    is not distinct from (new.text, new.rules, new.number, new.organisation_id, lower(new.valid)) then return new; end if;
  raise exception 'a published recognition policy is never changed (%)', old.id using errcode = 'restrict_violation';
end $$;--> statement-breakpoint
create trigger recognition_policies_immutable before update or delete on recognition_policies for each row execute function refuse_policy_change();--> statement-breakpoint
-- What the register once knew stays known: a two-clock row can only be closed (its record time ends), never rewritten.
create function refuse_rewriting() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and upper_inf(old.recorded) and lower(old.recorded) = lower(new.recorded)
    and to_jsonb(old) - 'recorded' = to_jsonb(new) - 'recorded' then return new; end if;
  raise exception '% keeps what it once knew (%)', tg_table_name, old.id using errcode = 'restrict_violation';
end $$;--> statement-breakpoint
create trigger registrations_history before update or delete on registrations for each row execute function refuse_rewriting();--> statement-breakpoint
create trigger accreditations_history before update or delete on accreditations for each row execute function refuse_rewriting();
