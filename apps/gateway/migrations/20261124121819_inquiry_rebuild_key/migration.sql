ALTER TABLE "commons"."inquiry_rebuild" ADD COLUMN "what" text;--> statement-breakpoint
ALTER TABLE "commons"."inquiry_rebuild" DROP CONSTRAINT "inquiry_rebuild_pkey";--> statement-breakpoint
ALTER TABLE "commons"."inquiry_rebuild" ADD PRIMARY KEY ("institution_id","what");--> statement-breakpoint
ALTER TABLE "commons"."inquiry_rebuild" ADD CONSTRAINT "inquiry_rebuild_what" CHECK (what in ('inquiries'));