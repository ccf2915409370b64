-- Several people may label one document: who is at it is a row for each of them.
CREATE TABLE "Lease" (
  "documentId" TEXT NOT NULL,
  "userId" TEXT NOT NULL,
  "hasSeat" BOOLEAN NOT NULL,
  "until" TIMESTAMP(3) NOT NULL,
  "visitId" TEXT,
  CONSTRAINT "Lease_pkey" PRIMARY KEY ("documentId", "userId"),
  CONSTRAINT "Lease_documentId_fkey" FOREIGN KEY ("documentId") REFERENCES "Document"("id") ON DELETE CASCADE ON UPDATE CASCADE,
  CONSTRAINT "Lease_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX "Lease_userId_idx" ON "Lease"("userId");
INSERT INTO "Lease" ("documentId", "userId", "hasSeat", "until")
  SELECT q."documentId", q."assigneeId", true, q."leaseUntil"
  FROM "QueueItem" q JOIN "User" u ON u."id" = q."assigneeId"
  WHERE q."leaseUntil" IS NOT NULL;
ALTER TABLE "QueueItem"
  DROP COLUMN "assigneeId",
  DROP COLUMN "leaseUntil",
  ADD COLUMN "claimCount" INTEGER NOT NULL DEFAULT 0,
  ADD COLUMN "skippedById" TEXT;

ALTER TABLE "Project"
  ADD COLUMN "overlapShare" DOUBLE PRECISION NOT NULL DEFAULT 0,
  ADD COLUMN "overlapAnnotators" INTEGER NOT NULL DEFAULT 2,
  ADD COLUMN "honeypotShare" DOUBLE PRECISION NOT NULL DEFAULT 0;

CREATE TABLE "Honeypot" (
  "documentId" TEXT NOT NULL,
  "annotatorId" TEXT NOT NULL,
  "projectId" TEXT NOT NULL,
  "ordinal" INTEGER NOT NULL,
  "position" INTEGER NOT NULL,
  "skippedReason" TEXT,
  "givenAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "answeredAt" TIMESTAMP(3),
  "goldAnnotationId" TEXT,
  "scoringVersion" TEXT,
  "matched" INTEGER,
  "predicted" INTEGER,
  "gold" INTEGER,
  "unscorable" TEXT,
  CONSTRAINT "Honeypot_pkey" PRIMARY KEY ("documentId", "annotatorId"),
  CONSTRAINT "Honeypot_documentId_fkey" FOREIGN KEY ("documentId") REFERENCES "Document"("id") ON DELETE CASCADE ON UPDATE CASCADE,
  CONSTRAINT "Honeypot_annotatorId_fkey" FOREIGN KEY ("annotatorId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE UNIQUE INDEX "Honeypot_projectId_annotatorId_ordinal_key" ON "Honeypot"("projectId", "annotatorId", "ordinal");
