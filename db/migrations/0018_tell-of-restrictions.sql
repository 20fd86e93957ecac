create trigger tell after insert or update or delete on restrictions for each row execute function tell_of_register('organisation_id');
