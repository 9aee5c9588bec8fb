import chromium from '@sparticuz/chromium';

// A process of its own: the package unpacks into the folder for temporary files, which its environment names.
process.stdout.write(await chromium.executablePath());
