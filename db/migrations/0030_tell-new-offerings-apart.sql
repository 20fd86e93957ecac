-- Where the index took up nothing but other sessions and first publications, what was in it keeps its words, level, field and provider:
-- a search that was kept asks whether one of these offerings is in it, and stays where none is.
create or replace function tell_of_index() returns trigger language plpgsql as $$
begin
  if (select bool_and(type = 'sessions.changed' or type = 'offering.published' and after->>'version' = '1') and count(distinct subject_id) <= 500 from changed) then
    insert into changes (source)
    select case when bool_or(type = 'offering.published') then 'added ' else 'sessions ' end || subject_id from changed group by subject_id
    on conflict do nothing;
  elsif exists (select from changed) then
    insert into changes (source) values ('index') on conflict do nothing;
  end if;
  return null;
end $$;
