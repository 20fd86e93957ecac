-- What was done in a case, what somebody declared before they saw it, and criteria that are published stand as they are.
create function refuse_case_change() returns trigger language plpgsql as $$
begin
  raise exception '% is never changed once it is written', tg_table_name using errcode = 'restrict_violation';
end $$;--> statement-breakpoint
create trigger case_acts_immutable before update or delete on case_acts for each row execute function refuse_case_change();--> statement-breakpoint
create trigger criteria_sets_immutable before update or delete on criteria_sets for each row when (old.published_at is not null) execute function refuse_case_change();--> statement-breakpoint
create trigger conflict_declarations_stand before update on conflict_declarations for each row execute function refuse_case_change();--> statement-breakpoint
create unique index criteria_sets_one_draft on criteria_sets (authority_id) where published_at is null;
