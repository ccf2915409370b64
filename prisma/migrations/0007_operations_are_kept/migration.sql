-- What was done in each save, and the ids by which it is done once.
ALTER TABLE "AnnotationRevision"
  ADD COLUMN "operations" JSONB NOT NULL DEFAULT '[]',
  ADD COLUMN "operationIds" TEXT[] NOT NULL DEFAULT ARRAY[]::TEXT[];

-- History and audit log are append-only, whoever writes. A revision goes only
-- with its annotation. The engine that applies this cuts it at every semicolon,
-- so those of the function's body are written \x3B.
CREATE FUNCTION "refuse_change"() RETURNS trigger LANGUAGE plpgsql AS E'
BEGIN
  RAISE EXCEPTION ''"%" rows are never changed'', TG_TABLE_NAME\x3B
END\x3B
';
CREATE TRIGGER "AnnotationRevision_is_kept" BEFORE UPDATE ON "AnnotationRevision"
  FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "AuditEvent_is_kept" BEFORE UPDATE OR DELETE ON "AuditEvent"
  FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
