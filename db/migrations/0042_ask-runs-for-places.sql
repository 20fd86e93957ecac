-- What a search may ask of a session, now with its schedule and its places.
drop function current_runs(date);--> statement-breakpoint
create function current_runs(day date)
  returns table (offering_id uuid, session_id uuid, modes text[], languages text[], schedule text, places jsonb,
    starts_on date, price numeric, opens_on date, closes_on date)
  language sql stable parallel safe as $$
  with live as (
    select s.id, s.offering_id, s.starts_on, s.seats_left, s.schedule, s.places,
      case when s.modes = '{}' then v.modes else s.modes end as modes,
      case when s.languages = '{}' then v.languages else s.languages end as languages
    from sessions s
    join offerings o on o.id = s.offering_id
    join versions v on v.id = o.current_version_id
    where s.cancelled_on is null and coalesce(s.ends_on, s.starts_on, 'infinity') >= day
  )
  select l.offering_id, l.id, l.modes, l.languages, l.schedule, l.places, l.starts_on, p.amount,
    case when w.id is null or l.seats_left = 0 then null else coalesce(w.opens_on, '-infinity') end,
    case when w.id is null or l.seats_left = 0 then null else coalesce(w.closes_on, l.starts_on, 'infinity') end
  from live l
  left join enrolment_windows w on w.session_id = l.id
  left join session_prices p on p.session_id = l.id and p.learner_group = 'everyone'
  union all
  select o.id, null, v.modes, v.languages, null, '[]', null, null, null, null
  from offerings o join versions v on v.id = o.current_version_id
  where not exists (select from live l where l.offering_id = o.id)
$$;--> statement-breakpoint
-- The spot of a place, as lib/places/spot.ts counts them.
create function cairn_spots(places jsonb) returns integer[] language sql immutable parallel safe strict as $$
  select coalesce(array_agg((floor(((place ->> 'latitude')::float8 + 90) * 100) * 36000 + floor(((place ->> 'longitude')::float8 + 180) * 100))::integer), '{}')
  from jsonb_array_elements(places) place where place ? 'latitude' and place ? 'longitude'
$$;--> statement-breakpoint
-- The regions of a place: those that the NUTS code of each begins with, the country left out.
create function cairn_regions(places jsonb) returns text[] language sql immutable parallel safe strict as $$
  select coalesce(array_agg(distinct left(place ->> 'nuts', length)), '{}')
  from jsonb_array_elements(places) place, generate_series(3, length(place ->> 'nuts')) length
$$;
