-- Whoever let the days for a representation pass can still appeal, in the days that begin then.
update cases set closes_on = case stage
    when 'appeal' then due_on
    else due_on + (select (s.content->'days'->>'appeal')::int from criteria_sets s where s.id = cases.criteria_set_id) end
  where stage in ('representation', 'appeal');--> statement-breakpoint
alter table cases add constraint cases_windows_close check ((stage in ('representation', 'appeal')) = (closes_on is not null));
