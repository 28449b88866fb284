-- Roles belong to the whole server, so another database may have made them already.
DO $$
DECLARE
  wanted text;
BEGIN
  FOREACH wanted IN ARRAY ARRAY['app_user', 'analyst', 'data_steward'] LOOP
    BEGIN
      EXECUTE format('CREATE ROLE %I LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS', wanted);
    EXCEPTION WHEN duplicate_object OR unique_violation THEN
      NULL;
    END;
  END LOOP;
END
$$;
--> statement-breakpoint
-- Sends SET LOCAL to the workers of a distributed Postgres; without one the setting means nothing, and an owner who may
-- not set it needs none. Another database of the server may be setting it at this moment (internal_error).
DO $$
BEGIN
  ALTER ROLE app_user SET citus.propagate_set_commands = 'local';
EXCEPTION WHEN insufficient_privilege OR internal_error THEN
  NULL;
END
$$;
