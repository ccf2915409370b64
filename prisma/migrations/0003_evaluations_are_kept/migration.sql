-- Figures beside F1. Null in evaluations made before there were any ("hf-1").
ALTER TABLE "Evaluation" ADD COLUMN "metrics" JSONB;
ALTER TABLE "EvaluationDocument"
  ADD COLUMN "exact" BOOLEAN,
  ADD COLUMN "anlsStar" DOUBLE PRECISION,
  ADD COLUMN "ntedAccuracy" DOUBLE PRECISION,
  ADD COLUMN "leaves" JSONB;

-- An evaluation is never changed, by no code and by nobody's hand. It goes only
-- with its checkpoint. Prisma's schema cannot express a trigger.
-- The engine that applies this cuts it at every semicolon, so those of the
-- function's body are written \x3B.
CREATE FUNCTION "refuse_update"() RETURNS trigger LANGUAGE plpgsql AS E'
BEGIN
  RAISE EXCEPTION ''"%" rows are never changed: make another evaluation'', TG_TABLE_NAME\x3B
END\x3B
';
CREATE TRIGGER "Evaluation_is_kept" BEFORE UPDATE ON "Evaluation"
  FOR EACH ROW EXECUTE FUNCTION "refuse_update"();
CREATE TRIGGER "EvaluationDocument_is_kept" BEFORE UPDATE ON "EvaluationDocument"
  FOR EACH ROW EXECUTE FUNCTION "refuse_update"();
