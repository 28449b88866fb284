-- Roles belong to the whole server, so another database may have made it already.
DO $$
BEGIN
  CREATE ROLE data_eraser LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS;
EXCEPTION WHEN duplicate_object OR unique_violation THEN
  NULL;
END
$$;
--> statement-breakpoint
-- The owner takes the role on to erase a person. Where it may not give itself the role, nothing but erasing is closed to it.
DO $$
DECLARE
  tries int := 0;
BEGIN
  WHILE tries < 5 AND NOT pg_has_role(current_user, 'data_eraser', 'MEMBER') LOOP
    BEGIN
      EXECUTE format('GRANT data_eraser TO %I', current_user);
    EXCEPTION
      WHEN insufficient_privilege THEN tries := 5;
      WHEN internal_error OR unique_violation THEN tries := tries + 1;
    END;
  END LOOP;
END
$$;
--> statement-breakpoint
GRANT USAGE ON SCHEMA ctx, commons TO data_eraser;
