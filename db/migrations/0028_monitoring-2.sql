-- What was published before anybody monitored is taken as seen.
insert into monitored (offering_id, acknowledged_number)
select o.id, v.number from offerings o join versions v on v.id = o.current_version_id;
