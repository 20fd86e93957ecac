-- What was done in an audit, what it found in which words, who was drawn, and what the public was told stand as they are.
create function refuse_audit_change() returns trigger language plpgsql as $$
begin
  raise exception '% is never changed once it is written', tg_table_name using errcode = 'restrict_violation';
end $$;--> statement-breakpoint
create trigger audit_acts_immutable before update or delete on audit_acts for each row execute function refuse_audit_change();--> statement-breakpoint
create trigger audit_findings_immutable before update or delete on audit_findings for each row execute function refuse_audit_change();--> statement-breakpoint
create trigger audit_samples_immutable before update or delete on audit_samples for each row execute function refuse_audit_change();--> statement-breakpoint
create trigger audit_summaries_immutable before update or delete on audit_summaries for each row execute function refuse_audit_change();--> statement-breakpoint
create trigger audit_plans_kept before delete on audit_plans for each row execute function refuse_audit_change();--> statement-breakpoint
-- A plan is announced once: of what was announced nothing changes, and neither seed nor draw is taken back.
create function refuse_plan_change() returns trigger language plpgsql as $$
begin
  if (to_jsonb(new) - '{seed,seed_day,seed_at,drawn_at}'::text[]) is distinct from (to_jsonb(old) - '{seed,seed_day,seed_at,drawn_at}'::text[])
    or (old.seed is not null and (new.seed, new.seed_day) is distinct from (old.seed, old.seed_day))
    or old.drawn_at is not null then
    raise exception 'audit_plans is never changed once it is announced' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;--> statement-breakpoint
create trigger audit_plans_announced before update on audit_plans for each row execute function refuse_plan_change();--> statement-breakpoint
-- The page of a provider says when it was audited.
create trigger tell after insert or update or delete on audit_summaries for each row execute function tell_of_register('organisation_id');
