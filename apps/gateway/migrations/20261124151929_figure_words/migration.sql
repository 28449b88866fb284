ALTER TABLE "commons"."disclosed_figure" ADD COLUMN "n_suppressed" text;--> statement-breakpoint
ALTER TABLE "commons"."disclosed_figure" ADD COLUMN "unit" text;--> statement-breakpoint
ALTER TABLE "commons"."disclosed_figure" ADD COLUMN "low" double precision;--> statement-breakpoint
ALTER TABLE "commons"."disclosed_figure" ADD COLUMN "high" double precision;--> statement-breakpoint
ALTER TABLE "commons"."disclosed_figure" ADD COLUMN "sd" double precision;