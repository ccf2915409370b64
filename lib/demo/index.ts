export { generateReport } from './generate';
export type { DemoReport, ReportOrder } from './generate';
export { reportKinds } from './kinds';
export type { ReportKind } from './kinds';
export { demoSplits, planDemo } from './plan';
export type { DemoSize, DemoSplit, PlannedReport } from './plan';
