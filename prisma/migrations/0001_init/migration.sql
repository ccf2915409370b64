-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "Role" AS ENUM ('admin', 'lead', 'annotator', 'reviewer');

-- CreateEnum
CREATE TYPE "Split" AS ENUM ('pool', 'seed', 'validation', 'test', 'transfer');

-- CreateEnum
CREATE TYPE "ReadState" AS ENUM ('waiting', 'reading', 'read', 'failed');

-- CreateEnum
CREATE TYPE "WordSource" AS ENUM ('ocr', 'given', 'text_layer');

-- CreateEnum
CREATE TYPE "ImportState" AS ENUM ('running', 'finished', 'cancelled');

-- CreateEnum
CREATE TYPE "ImportFileState" AS ENUM ('waiting', 'imported', 'duplicate', 'failed');

-- CreateEnum
CREATE TYPE "AnnotationState" AS ENUM ('draft', 'submitted', 'accepted', 'returned');

-- CreateEnum
CREATE TYPE "AnnotationOrigin" AS ENUM ('person', 'simulated', 'imported');

-- CreateEnum
CREATE TYPE "RoundState" AS ENUM ('queued', 'preparing', 'training', 'evaluating', 'ready', 'failed', 'cancelled', 'interrupted');

-- CreateEnum
CREATE TYPE "SelectionState" AS ENUM ('draft', 'committed');

-- CreateTable
CREATE TABLE "User" (
    "id" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "passwordHash" TEXT,
    "isAdmin" BOOLEAN NOT NULL DEFAULT false,
    "isMachine" BOOLEAN NOT NULL DEFAULT false,
    "disabledAt" TIMESTAMP(3),
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "User_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "OneTimeLink" (
    "id" TEXT NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "purpose" TEXT NOT NULL,
    "expiresAt" TIMESTAMP(3) NOT NULL,
    "usedAt" TIMESTAMP(3),
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "OneTimeLink_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Project" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "ocrLanguage" TEXT NOT NULL DEFAULT 'eng',
    "reviewRequired" BOOLEAN NOT NULL DEFAULT true,
    "isDemo" BOOLEAN NOT NULL DEFAULT false,
    "promotedCheckpointId" TEXT,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Project_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Membership" (
    "projectId" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "role" "Role" NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Membership_pkey" PRIMARY KEY ("projectId","userId","role")
);

-- CreateTable
CREATE TABLE "SchemaVersion" (
    "id" TEXT NOT NULL,
    "projectId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "hash" TEXT NOT NULL,
    "schema" JSON NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "createdById" TEXT,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "SchemaVersion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Import" (
    "id" TEXT NOT NULL,
    "projectId" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "state" "ImportState" NOT NULL DEFAULT 'running',
    "options" JSONB NOT NULL,
    "createdById" TEXT,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "finishedAt" TIMESTAMP(3),

    CONSTRAINT "Import_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ImportFile" (
    "id" TEXT NOT NULL,
    "importId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "bytes" BIGINT NOT NULL DEFAULT 0,
    "state" "ImportFileState" NOT NULL DEFAULT 'waiting',
    "errorCode" TEXT,
    "error" TEXT,
    "documentId" TEXT,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ImportFile_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Document" (
    "id" TEXT NOT NULL,
    "projectId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "kind" TEXT,
    "groupKey" TEXT,
    "split" "Split" NOT NULL DEFAULT 'pool',
    "suite" TEXT,
    "contentHash" TEXT NOT NULL,
    "perceptualHash" TEXT,
    "nearDuplicateOf" TEXT,
    "pageCount" INTEGER NOT NULL,
    "readState" "ReadState" NOT NULL DEFAULT 'waiting',
    "readError" TEXT,
    "wordCount" INTEGER NOT NULL DEFAULT 0,
    "readConfidence" DOUBLE PRECISION,
    "readMs" INTEGER,
    "readAt" TIMESTAMP(3),
    "features" BYTEA,
    "givenGold" JSONB,
    "givenEvidence" JSONB,
    "goldAnnotationId" TEXT,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Document_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Page" (
    "id" TEXT NOT NULL,
    "documentId" TEXT NOT NULL,
    "index" INTEGER NOT NULL,
    "width" INTEGER NOT NULL,
    "height" INTEGER NOT NULL,
    "imageKey" TEXT NOT NULL,
    "previewKey" TEXT NOT NULL,
    "readState" "ReadState" NOT NULL DEFAULT 'waiting',
    "readMs" INTEGER,
    "wordSource" "WordSource",
    "wordCount" INTEGER NOT NULL DEFAULT 0,
    "words" JSONB,

    CONSTRAINT "Page_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Selection" (
    "id" TEXT NOT NULL,
    "projectId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "strategy" TEXT NOT NULL,
    "count" INTEGER NOT NULL,
    "seed" INTEGER NOT NULL,
    "constraints" JSONB NOT NULL,
    "state" "SelectionState" NOT NULL DEFAULT 'draft',
    "report" JSONB NOT NULL,
    "createdById" TEXT,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "committedAt" TIMESTAMP(3),

    CONSTRAINT "Selection_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SelectionPick" (
    "selectionId" TEXT NOT NULL,
    "documentId" TEXT NOT NULL,
    "rank" INTEGER NOT NULL,
    "gain" DOUBLE PRECISION NOT NULL,
    "represents" INTEGER NOT NULL,
    "reason" TEXT NOT NULL,

    CONSTRAINT "SelectionPick_pkey" PRIMARY KEY ("selectionId","documentId")
);

-- CreateTable
CREATE TABLE "QueueItem" (
    "documentId" TEXT NOT NULL,
    "projectId" TEXT NOT NULL,
    "selectionId" TEXT,
    "position" INTEGER NOT NULL,
    "assigneeId" TEXT,
    "leaseUntil" TIMESTAMP(3),
    "skippedReason" TEXT,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "QueueItem_pkey" PRIMARY KEY ("documentId")
);

-- CreateTable
CREATE TABLE "Annotation" (
    "id" TEXT NOT NULL,
    "documentId" TEXT NOT NULL,
    "annotatorId" TEXT NOT NULL,
    "schemaVersionId" TEXT NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 0,
    "record" JSONB NOT NULL,
    "evidence" JSONB NOT NULL,
    "provenance" JSONB NOT NULL,
    "state" "AnnotationState" NOT NULL DEFAULT 'draft',
    "origin" "AnnotationOrigin" NOT NULL DEFAULT 'person',
    "returnNote" TEXT,
    "reviewedById" TEXT,
    "submittedAt" TIMESTAMP(3),
    "reviewedAt" TIMESTAMP(3),
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Annotation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AnnotationRevision" (
    "annotationId" TEXT NOT NULL,
    "revision" INTEGER NOT NULL,
    "mutationId" TEXT NOT NULL,
    "record" JSONB NOT NULL,
    "evidence" JSONB NOT NULL,
    "provenance" JSONB NOT NULL,
    "savedById" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "AnnotationRevision_pkey" PRIMARY KEY ("annotationId","revision")
);

-- CreateTable
CREATE TABLE "Snapshot" (
    "hash" TEXT NOT NULL,
    "projectId" TEXT NOT NULL,
    "documentCount" INTEGER NOT NULL,
    "storageKey" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Snapshot_pkey" PRIMARY KEY ("hash")
);

-- CreateTable
CREATE TABLE "Round" (
    "id" TEXT NOT NULL,
    "projectId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "state" "RoundState" NOT NULL DEFAULT 'queued',
    "recipe" JSONB NOT NULL,
    "schemaVersionId" TEXT NOT NULL,
    "snapshotHash" TEXT,
    "parentCheckpointId" TEXT,
    "notes" TEXT NOT NULL DEFAULT '',
    "requestId" TEXT NOT NULL,
    "step" INTEGER NOT NULL DEFAULT 0,
    "plannedSteps" INTEGER,
    "failureReason" TEXT,
    "cancelRequestedAt" TIMESTAMP(3),
    "summary" JSONB,
    "createdById" TEXT,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "startedAt" TIMESTAMP(3),
    "finishedAt" TIMESTAMP(3),

    CONSTRAINT "Round_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RoundAttempt" (
    "roundId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "workerId" TEXT NOT NULL,
    "startedAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "heartbeatAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "endedAt" TIMESTAMP(3),
    "outcome" TEXT,

    CONSTRAINT "RoundAttempt_pkey" PRIMARY KEY ("roundId","number")
);

-- CreateTable
CREATE TABLE "RoundEvent" (
    "id" BIGSERIAL NOT NULL,
    "roundId" TEXT NOT NULL,
    "attempt" INTEGER NOT NULL,
    "type" TEXT NOT NULL,
    "step" INTEGER,
    "payload" JSONB NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "RoundEvent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Checkpoint" (
    "id" TEXT NOT NULL,
    "projectId" TEXT NOT NULL,
    "roundId" TEXT,
    "number" INTEGER NOT NULL,
    "role" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "engine" TEXT NOT NULL,
    "step" INTEGER NOT NULL DEFAULT 0,
    "schemaVersionId" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "manifest" JSON NOT NULL,
    "storagePrefix" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Checkpoint_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Evaluation" (
    "id" TEXT NOT NULL,
    "checkpointId" TEXT NOT NULL,
    "split" "Split" NOT NULL,
    "suite" TEXT NOT NULL DEFAULT '',
    "scoringVersion" TEXT NOT NULL,
    "goldHash" TEXT NOT NULL,
    "micro" JSONB NOT NULL,
    "fields" JSONB NOT NULL,
    "unscorable" JSONB NOT NULL,
    "documentCount" INTEGER NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Evaluation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "EvaluationDocument" (
    "evaluationId" TEXT NOT NULL,
    "documentId" TEXT NOT NULL,
    "matched" INTEGER NOT NULL,
    "predicted" INTEGER NOT NULL,
    "gold" INTEGER NOT NULL,
    "fields" JSONB NOT NULL,

    CONSTRAINT "EvaluationDocument_pkey" PRIMARY KEY ("evaluationId","documentId")
);

-- CreateTable
CREATE TABLE "Prediction" (
    "checkpointId" TEXT NOT NULL,
    "documentId" TEXT NOT NULL,
    "record" JSONB NOT NULL,
    "evidence" JSONB NOT NULL,
    "confidence" JSONB NOT NULL,
    "completion" TEXT,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Prediction_pkey" PRIMARY KEY ("checkpointId","documentId")
);

-- CreateTable
CREATE TABLE "AuditEvent" (
    "id" BIGSERIAL NOT NULL,
    "projectId" TEXT,
    "userId" TEXT,
    "action" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "AuditEvent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "WorkerPresence" (
    "id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "capabilities" JSONB NOT NULL,
    "startedAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "seenAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "WorkerPresence_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SignInTries" (
    "key" TEXT NOT NULL,
    "points" INTEGER NOT NULL,
    "expire" TIMESTAMP(3),

    CONSTRAINT "SignInTries_pkey" PRIMARY KEY ("key")
);

-- CreateIndex
CREATE UNIQUE INDEX "User_email_key" ON "User"("email");

-- CreateIndex
CREATE UNIQUE INDEX "OneTimeLink_tokenHash_key" ON "OneTimeLink"("tokenHash");

-- CreateIndex
CREATE INDEX "Membership_userId_idx" ON "Membership"("userId");

-- CreateIndex
CREATE UNIQUE INDEX "SchemaVersion_projectId_number_key" ON "SchemaVersion"("projectId", "number");

-- CreateIndex
CREATE INDEX "Import_projectId_id_idx" ON "Import"("projectId", "id");

-- CreateIndex
CREATE INDEX "ImportFile_importId_id_idx" ON "ImportFile"("importId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "Document_goldAnnotationId_key" ON "Document"("goldAnnotationId");

-- CreateIndex
CREATE INDEX "Document_projectId_id_idx" ON "Document"("projectId", "id");

-- CreateIndex
CREATE INDEX "Document_projectId_split_id_idx" ON "Document"("projectId", "split", "id");

-- CreateIndex
CREATE INDEX "Document_projectId_groupKey_idx" ON "Document"("projectId", "groupKey");

-- CreateIndex
CREATE INDEX "Document_projectId_readState_idx" ON "Document"("projectId", "readState");

-- CreateIndex
CREATE UNIQUE INDEX "Document_projectId_contentHash_key" ON "Document"("projectId", "contentHash");

-- CreateIndex
CREATE UNIQUE INDEX "Page_documentId_index_key" ON "Page"("documentId", "index");

-- CreateIndex
CREATE UNIQUE INDEX "Selection_projectId_number_key" ON "Selection"("projectId", "number");

-- CreateIndex
CREATE INDEX "SelectionPick_documentId_idx" ON "SelectionPick"("documentId");

-- CreateIndex
CREATE UNIQUE INDEX "SelectionPick_selectionId_rank_key" ON "SelectionPick"("selectionId", "rank");

-- CreateIndex
CREATE UNIQUE INDEX "QueueItem_projectId_position_key" ON "QueueItem"("projectId", "position");

-- CreateIndex
CREATE INDEX "Annotation_annotatorId_updatedAt_idx" ON "Annotation"("annotatorId", "updatedAt");

-- CreateIndex
CREATE INDEX "Annotation_state_idx" ON "Annotation"("state");

-- CreateIndex
CREATE UNIQUE INDEX "Annotation_documentId_annotatorId_key" ON "Annotation"("documentId", "annotatorId");

-- CreateIndex
CREATE UNIQUE INDEX "AnnotationRevision_annotationId_mutationId_key" ON "AnnotationRevision"("annotationId", "mutationId");

-- CreateIndex
CREATE UNIQUE INDEX "Round_requestId_key" ON "Round"("requestId");

-- CreateIndex
CREATE INDEX "Round_projectId_id_idx" ON "Round"("projectId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "Round_projectId_number_key" ON "Round"("projectId", "number");

-- CreateIndex
CREATE INDEX "RoundEvent_roundId_id_idx" ON "RoundEvent"("roundId", "id");

-- CreateIndex
CREATE INDEX "RoundEvent_roundId_type_id_idx" ON "RoundEvent"("roundId", "type", "id");

-- CreateIndex
CREATE INDEX "Checkpoint_roundId_idx" ON "Checkpoint"("roundId");

-- CreateIndex
CREATE UNIQUE INDEX "Checkpoint_projectId_number_key" ON "Checkpoint"("projectId", "number");

-- CreateIndex
CREATE UNIQUE INDEX "Checkpoint_projectId_hash_key" ON "Checkpoint"("projectId", "hash");

-- CreateIndex
CREATE UNIQUE INDEX "Evaluation_checkpointId_split_suite_scoringVersion_goldHash_key" ON "Evaluation"("checkpointId", "split", "suite", "scoringVersion", "goldHash");

-- CreateIndex
CREATE INDEX "Prediction_documentId_idx" ON "Prediction"("documentId");

-- CreateIndex
CREATE INDEX "AuditEvent_projectId_id_idx" ON "AuditEvent"("projectId", "id");

-- AddForeignKey
ALTER TABLE "OneTimeLink" ADD CONSTRAINT "OneTimeLink_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Membership" ADD CONSTRAINT "Membership_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "Project"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Membership" ADD CONSTRAINT "Membership_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SchemaVersion" ADD CONSTRAINT "SchemaVersion_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "Project"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Import" ADD CONSTRAINT "Import_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "Project"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ImportFile" ADD CONSTRAINT "ImportFile_importId_fkey" FOREIGN KEY ("importId") REFERENCES "Import"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Document" ADD CONSTRAINT "Document_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "Project"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Page" ADD CONSTRAINT "Page_documentId_fkey" FOREIGN KEY ("documentId") REFERENCES "Document"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Selection" ADD CONSTRAINT "Selection_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "Project"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SelectionPick" ADD CONSTRAINT "SelectionPick_selectionId_fkey" FOREIGN KEY ("selectionId") REFERENCES "Selection"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SelectionPick" ADD CONSTRAINT "SelectionPick_documentId_fkey" FOREIGN KEY ("documentId") REFERENCES "Document"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "QueueItem" ADD CONSTRAINT "QueueItem_documentId_fkey" FOREIGN KEY ("documentId") REFERENCES "Document"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Annotation" ADD CONSTRAINT "Annotation_documentId_fkey" FOREIGN KEY ("documentId") REFERENCES "Document"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Annotation" ADD CONSTRAINT "Annotation_annotatorId_fkey" FOREIGN KEY ("annotatorId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Annotation" ADD CONSTRAINT "Annotation_schemaVersionId_fkey" FOREIGN KEY ("schemaVersionId") REFERENCES "SchemaVersion"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AnnotationRevision" ADD CONSTRAINT "AnnotationRevision_annotationId_fkey" FOREIGN KEY ("annotationId") REFERENCES "Annotation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Round" ADD CONSTRAINT "Round_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "Project"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Round" ADD CONSTRAINT "Round_schemaVersionId_fkey" FOREIGN KEY ("schemaVersionId") REFERENCES "SchemaVersion"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Round" ADD CONSTRAINT "Round_snapshotHash_fkey" FOREIGN KEY ("snapshotHash") REFERENCES "Snapshot"("hash") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RoundAttempt" ADD CONSTRAINT "RoundAttempt_roundId_fkey" FOREIGN KEY ("roundId") REFERENCES "Round"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RoundEvent" ADD CONSTRAINT "RoundEvent_roundId_fkey" FOREIGN KEY ("roundId") REFERENCES "Round"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Checkpoint" ADD CONSTRAINT "Checkpoint_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "Project"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Checkpoint" ADD CONSTRAINT "Checkpoint_roundId_fkey" FOREIGN KEY ("roundId") REFERENCES "Round"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Evaluation" ADD CONSTRAINT "Evaluation_checkpointId_fkey" FOREIGN KEY ("checkpointId") REFERENCES "Checkpoint"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EvaluationDocument" ADD CONSTRAINT "EvaluationDocument_evaluationId_fkey" FOREIGN KEY ("evaluationId") REFERENCES "Evaluation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EvaluationDocument" ADD CONSTRAINT "EvaluationDocument_documentId_fkey" FOREIGN KEY ("documentId") REFERENCES "Document"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Prediction" ADD CONSTRAINT "Prediction_checkpointId_fkey" FOREIGN KEY ("checkpointId") REFERENCES "Checkpoint"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Prediction" ADD CONSTRAINT "Prediction_documentId_fkey" FOREIGN KEY ("documentId") REFERENCES "Document"("id") ON DELETE CASCADE ON UPDATE CASCADE;
