-- The project's own pre-label models: learnt in the background from labels alone.
ALTER TABLE "Project" ADD COLUMN "preLabels" BOOLEAN NOT NULL DEFAULT true;

CREATE TABLE "PreLabelModel" (
    "id" TEXT NOT NULL,
    "projectId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "schemaVersionId" TEXT NOT NULL,
    "labelKeys" TEXT[] NOT NULL,
    "labels" INTEGER NOT NULL,
    "hash" TEXT NOT NULL,
    "micro" JSONB,
    "validationDocuments" INTEGER NOT NULL DEFAULT 0,
    "judgedCheckpointId" TEXT,
    "beatsCheckpointId" TEXT,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "PreLabelModel_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "PreLabelModel_projectId_number_key" ON "PreLabelModel"("projectId", "number");
ALTER TABLE "PreLabelModel" ADD CONSTRAINT "PreLabelModel_projectId_fkey"
  FOREIGN KEY ("projectId") REFERENCES "Project"("id") ON DELETE CASCADE ON UPDATE CASCADE;

CREATE TABLE "PreLabel" (
    "modelId" TEXT NOT NULL,
    "documentId" TEXT NOT NULL,
    "record" JSONB NOT NULL,
    "evidence" JSONB NOT NULL,
    "confidence" JSONB NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "PreLabel_pkey" PRIMARY KEY ("modelId", "documentId")
);
CREATE INDEX "PreLabel_documentId_idx" ON "PreLabel"("documentId");
ALTER TABLE "PreLabel" ADD CONSTRAINT "PreLabel_modelId_fkey"
  FOREIGN KEY ("modelId") REFERENCES "PreLabelModel"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "PreLabel" ADD CONSTRAINT "PreLabel_documentId_fkey"
  FOREIGN KEY ("documentId") REFERENCES "Document"("id") ON DELETE CASCADE ON UPDATE CASCADE;
