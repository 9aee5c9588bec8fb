declare module '*.module.css' {
  const classes: Readonly<Record<string, string>>;
  // biome-ignore lint/style/noDefaultExport: this is how the build hands out a stylesheet
  export default classes;
}

declare module '*.css' {}

declare module '*.svg' {
  const address: string;
  // biome-ignore lint/style/noDefaultExport: this is how the build hands out a file
  export default address;
}
