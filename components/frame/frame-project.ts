export interface FrameProject {
  readonly id: string;
  readonly name: string;
}
