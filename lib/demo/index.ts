export { generateReport } from './generate';
export type { DemoReport, ReportOrder } from './generate';
export { reportKinds, transferKinds } from './kinds';
export type { ReportKind } from './kinds';
export { demoSplits, demoSuite, planDemo } from './plan';
export type { DemoSize, DemoSplit, PlannedReport } from './plan';
