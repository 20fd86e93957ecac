-- What else the index took up of single offerings is told by offering too: while visitors wait, a search that does not list them may stay for a
-- moment (decision 0061).
create or replace function tell_of_index() returns trigger language plpgsql as $$
begin
  if (select bool_and(subject = 'offering') and count(distinct subject_id) <= 500 from changed) then
    insert into changes (source)
    select case
        when bool_or(type <> 'sessions.changed' and (type <> 'offering.published' or after->>'version' is distinct from '1')) then 'changed '
        when bool_or(type = 'offering.published') then 'added '
        else 'sessions '
      end || subject_id
    from changed group by subject_id
    on conflict do nothing;
  elsif exists (select from changed) then
    insert into changes (source) values ('index') on conflict do nothing;
  end if;
  return null;
end $$;
