-- What the public log tells, and what it tells of, is written once. The owner of the database can take triggers away;
-- `npm run log:verify` then finds what was changed. The application's own role cannot (lib/cli/migrate.ts).
create function refuse_rewriting_of_log() returns trigger language plpgsql as $$
begin
  raise exception '% is never rewritten', tg_table_name using errcode = 'restrict_violation';
end $$;--> statement-breakpoint
create trigger log_entries_immutable before update or delete on log_entries for each row execute function refuse_rewriting_of_log();--> statement-breakpoint
create trigger log_positions_immutable before update or delete on log_positions for each row execute function refuse_rewriting_of_log();--> statement-breakpoint
create trigger log_nodes_immutable before update or delete on log_nodes for each row execute function refuse_rewriting_of_log();--> statement-breakpoint
create trigger log_checkpoints_immutable before update or delete on log_checkpoints for each row execute function refuse_rewriting_of_log();--> statement-breakpoint
create trigger log_keys_immutable before update or delete on log_keys for each row execute function refuse_rewriting_of_log();--> statement-breakpoint
create trigger log_days_immutable before update or delete on log_days for each row execute function refuse_rewriting_of_log();--> statement-breakpoint
create trigger log_entries_kept before truncate on log_entries for each statement execute function refuse_rewriting_of_log();--> statement-breakpoint
create trigger log_positions_kept before truncate on log_positions for each statement execute function refuse_rewriting_of_log();--> statement-breakpoint
create trigger log_nodes_kept before truncate on log_nodes for each statement execute function refuse_rewriting_of_log();--> statement-breakpoint
create trigger log_checkpoints_kept before truncate on log_checkpoints for each statement execute function refuse_rewriting_of_log();--> statement-breakpoint
create trigger log_keys_kept before truncate on log_keys for each statement execute function refuse_rewriting_of_log();--> statement-breakpoint
create trigger log_days_kept before truncate on log_days for each statement execute function refuse_rewriting_of_log();--> statement-breakpoint
create trigger versions_kept before truncate on versions for each statement execute function refuse_rewriting_of_log();--> statement-breakpoint
create trigger decisions_kept before truncate on decisions for each statement execute function refuse_rewriting_of_log();
