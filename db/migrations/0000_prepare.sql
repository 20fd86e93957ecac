create extension if not exists btree_gist;--> statement-breakpoint
create extension if not exists unaccent;--> statement-breakpoint
-- Case and accents off, for full text. unaccent() is only STABLE because its dictionary could change; ours does not.
create function cairn_fold(value text) returns text language sql immutable parallel safe strict
  as $$ select lower(public.unaccent('public.unaccent'::regdictionary, value)) $$;
