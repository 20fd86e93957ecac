-- Restrictions are told on two clocks, as registrations and accreditations are.
alter table restrictions add constraint restrictions_no_overlap
  exclude using gist (key with =, organisation_id with =, valid with &&, recorded with &&);--> statement-breakpoint
alter table restrictions add constraint restrictions_valid_not_empty check (not isempty(valid) and not isempty(recorded));--> statement-breakpoint
alter table restrictions add constraint restrictions_effect_dated check ((effect in ('no-new-starts', 'teach-out')) = (effect_on is not null));--> statement-breakpoint
alter table restrictions add constraint restrictions_scope_not_empty check (
  cardinality(eqf_levels) > 0 is not false and cardinality(fields) > 0 is not false and cardinality(settings) > 0 is not false);--> statement-breakpoint
create trigger restrictions_history before update or delete on restrictions for each row execute function refuse_rewriting();--> statement-breakpoint
-- Names too: what an organisation was called, and what the register believed it was called.
alter table organisation_names drop constraint organisation_names_no_overlap;--> statement-breakpoint
alter table organisation_names add constraint organisation_names_no_overlap
  exclude using gist (organisation_id with =, valid with &&, recorded with &&);--> statement-breakpoint
alter table organisation_names add constraint organisation_names_valid_not_empty check (not isempty(valid) and not isempty(recorded));--> statement-breakpoint
create trigger organisation_names_history before update or delete on organisation_names for each row execute function refuse_rewriting();
--> statement-breakpoint
create view known_names as select id, organisation_id, name, valid from organisation_names where upper_inf(recorded);
