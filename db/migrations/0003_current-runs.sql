-- What a session filter looks at, one row per session and enrolment window on a day: sessions that are neither cancelled nor
-- over; for an offering that has none of these, one row with the offering's own modes and languages and nothing else.
-- lib/catalogue/runs.ts says the same for the search index; a property test compares the two.
create function current_runs(day date)
  returns table (offering_id uuid, session_id uuid, modes text[], languages text[], starts_on date, price numeric, opens_on date, closes_on date)
  language sql stable parallel safe as $$
  with live as (
    select s.id, s.offering_id, s.starts_on, s.seats_left,
      case when s.modes = '{}' then v.modes else s.modes end as modes,
      case when s.languages = '{}' then v.languages else s.languages end as languages
    from sessions s
    join offerings o on o.id = s.offering_id
    join versions v on v.id = o.current_version_id
    where s.cancelled_on is null and coalesce(s.ends_on, s.starts_on, 'infinity') >= day
  )
  select l.offering_id, l.id, l.modes, l.languages, l.starts_on, p.amount,
    case when w.id is null or l.seats_left = 0 then null else coalesce(w.opens_on, '-infinity') end,
    case when w.id is null or l.seats_left = 0 then null else coalesce(w.closes_on, l.starts_on, 'infinity') end
  from live l
  left join enrolment_windows w on w.session_id = l.id
  left join session_prices p on p.session_id = l.id and p.learner_group = 'everyone'
  union all
  select o.id, null, v.modes, v.languages, null, null, null, null
  from offerings o join versions v on v.id = o.current_version_id
  where not exists (select from live l where l.offering_id = o.id)
$$;
