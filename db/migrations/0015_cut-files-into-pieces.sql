insert into import_pieces (import_id, position, bytes)
select id, n, substring(file from n * 1048576 + 1 for 1048576) from imports, generate_series(0, (length(file) - 1) / 1048576) n;
