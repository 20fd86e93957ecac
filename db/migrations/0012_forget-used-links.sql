insert into feedback_link_counts (session_id, made) select session_id, count(*) from feedback_links group by session_id;--> statement-breakpoint
-- Before the column goes that says so: a link that was used would work again.
delete from feedback_links where used_on is not null;
