/** One of the files that the observatory keeps, and how it looks inside. */
export interface FileForm {
  /** As a sentence about it begins. */
  readonly title: string;
  readonly fileName: string;
  /** Of the name that it has once it was set aside; no other file's begins so. */
  readonly asidePrefix: string;
  readonly schema: string;
  /** Raised with every change of the schema: a file of another version is set aside. */
  readonly schemaVersion: number;
  /** What can still be read of a damaged one is copied into the new one. */
  readonly isSalvaged?: boolean;
}
