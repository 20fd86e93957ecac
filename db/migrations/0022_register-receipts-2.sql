create extension if not exists pg_trgm;--> statement-breakpoint
-- A receipt is what somebody was told: neither it nor the key that it is checked with is ever changed.
create trigger receipts_immutable before update or delete on receipts for each row execute function refuse_change();--> statement-breakpoint
create function refuse_key_change() returns trigger language plpgsql as $$
begin
  raise exception '% is never changed once it is written (%)', tg_table_name, old.kid using errcode = 'restrict_violation';
end $$;--> statement-breakpoint
create trigger receipt_keys_immutable before update or delete on receipt_keys for each row execute function refuse_key_change();--> statement-breakpoint
-- Names are found by any part of them, in any language, whatever their accents and case.
create function cairn_fold_names(names jsonb) returns text language sql immutable parallel safe strict
  as $$ select public.cairn_fold(string_agg(value, ' | ' order by key)) from jsonb_each_text(names) $$;--> statement-breakpoint
create index organisation_names_folded on organisation_names using gin (cairn_fold_names(name) gin_trgm_ops);--> statement-breakpoint
-- Identifiers are found however they are spaced and dotted.
create function cairn_bare(value text) returns text language sql immutable parallel safe strict
  as $$ select lower(regexp_replace(value, '[^[:alnum:]]', '', 'g')) $$;--> statement-breakpoint
create index organisation_identifiers_bare on organisation_identifiers using gin (cairn_bare(value) gin_trgm_ops);
