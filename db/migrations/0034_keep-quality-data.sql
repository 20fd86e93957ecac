-- What must never be, and who is told when something is.
create unique index quality_agencies_acronym on quality_agencies (lower(acronym));--> statement-breakpoint
alter table quality_agencies add constraint quality_agencies_numbered check (deqar_id > 0);--> statement-breakpoint
alter table quality_agency_terms add constraint quality_agency_terms_no_overlap
  exclude using gist (agency_id with =, valid with &&, recorded with &&);--> statement-breakpoint
alter table quality_agency_terms add constraint quality_agency_terms_not_empty check (not isempty(valid) and not isempty(recorded) and not lower_inf(valid));--> statement-breakpoint
-- One report of an agency is known in one state at a moment, under one key.
alter table quality_reports add constraint quality_reports_no_overlap
  exclude using gist (agency_id with =, local_identifier with =, recorded with &&);--> statement-breakpoint
alter table quality_reports add constraint quality_reports_one_key exclude using gist (key with =, recorded with &&);--> statement-breakpoint
alter table quality_reports add constraint quality_reports_not_empty check (not isempty(valid) and not isempty(recorded) and not lower_inf(valid));--> statement-breakpoint
alter table quality_reports add constraint quality_reports_words check (
  type in ('institutional', 'institutional-programme', 'programme', 'joint-programme') and status in ('obligatory', 'voluntary')
  and decision in ('positive', 'conditional', 'negative', 'not-applicable'));--> statement-breakpoint
alter table quality_report_subjects add constraint quality_report_subjects_no_overlap
  exclude using gist (report_id with =, place with =, recorded with &&);--> statement-breakpoint
-- A match has an identifier, or an officer who confirmed it.
alter table quality_report_subjects add constraint quality_report_subjects_matched check (
  not isempty(recorded) and (organisation_id is null) = (matched_by is null) and (scheme is null) = (value is null)
  and ((matched_by = 'identifier') is not true or scheme is not null));--> statement-breakpoint
alter table quality_report_subjects add constraint quality_report_subjects_officer check ((matched_by = 'officer') is not true or decided_by_id is not null);--> statement-breakpoint
alter table quality_imports add constraint quality_imports_counts check (done_rows >= 0 and done_rows <= coalesce(total_rows, 0));--> statement-breakpoint
create trigger quality_agency_terms_history before update or delete on quality_agency_terms for each row execute function refuse_rewriting();--> statement-breakpoint
create trigger quality_reports_history before update or delete on quality_reports for each row execute function refuse_rewriting();--> statement-breakpoint
create trigger quality_report_subjects_history before update or delete on quality_report_subjects for each row execute function refuse_rewriting();--> statement-breakpoint
-- The pages of an organisation, and of those that follow it, show its reports.
create function tell_of_report_subjects() returns trigger language plpgsql as $$
declare
  subject quality_report_subjects := coalesce(new, old);
begin
  if subject.organisation_id is null then return null; end if;
  insert into changes (source)
    select subject.organisation_id::text union select successor_id::text from organisation_successions where predecessor_id = subject.organisation_id
    union select 'register'
  on conflict do nothing;
  return null;
end $$;--> statement-breakpoint
create trigger tell after insert or update or delete on quality_report_subjects for each row execute function tell_of_report_subjects();--> statement-breakpoint
-- And with them the agency, and whether it was in EQAR.
create function tell_of_agencies() returns trigger language plpgsql as $$
declare
  agency uuid := coalesce(to_jsonb(coalesce(new, old))->>'agency_id', to_jsonb(coalesce(new, old))->>'id')::uuid;
begin
  insert into changes (source)
    with about as (select distinct s.organisation_id as id from quality_reports r join quality_report_subjects s on s.report_id = r.id
      where r.agency_id = agency and s.organisation_id is not null)
    select id::text from about union select f.successor_id::text from about join organisation_successions f on f.predecessor_id = about.id
    union select 'register'
  on conflict do nothing;
  return null;
end $$;--> statement-breakpoint
create trigger tell after insert or update or delete on quality_agencies for each row execute function tell_of_agencies();--> statement-breakpoint
create trigger tell after insert or update or delete on quality_agency_terms for each row execute function tell_of_agencies();
