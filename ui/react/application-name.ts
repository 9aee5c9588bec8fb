/** What this application is called, as its document says it: “OCTO CRM”. */
export const applicationName = document.querySelector<HTMLMetaElement>('meta[name="application-name"]')?.content ?? '';
