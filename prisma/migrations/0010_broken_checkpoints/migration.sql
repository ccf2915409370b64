-- Why a checkpoint's files cannot be used, where a worker found that out: told once, not tried again by itself.
ALTER TABLE "Checkpoint" ADD COLUMN "problem" TEXT;
