-- What the index took up can be told before the events are ticked off: who searches finds it while runs and titles are still being written.
create function tell_of_taken_up(ids bigint[]) returns void language plpgsql as $$
begin
  if (select bool_and(subject = 'offering') and count(distinct subject_id) <= 500 from events where id = any (ids)) then
    insert into changes (source)
    select case
        when bool_or(type <> 'sessions.changed' and (type <> 'offering.published' or after->>'version' is distinct from '1')) then 'changed '
        when bool_or(type = 'offering.published') then 'added '
        else 'sessions '
      end || subject_id
    from events where id = any (ids) group by subject_id
    on conflict do nothing;
  elsif cardinality(ids) > 0 then
    insert into changes (source) values ('index') on conflict do nothing;
  end if;
end $$;
--> statement-breakpoint
create or replace function tell_of_index() returns trigger language plpgsql as $$
begin
  perform tell_of_taken_up((select array_agg(id) from changed));
  return null;
end $$;
