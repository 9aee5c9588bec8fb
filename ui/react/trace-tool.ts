import { type ComponentType, createContext } from 'react';

/** What an application does with the trace of something that failed, beside telling its id; nothing unless it says so. */
export const TraceTool = createContext<ComponentType<{ traceId: string }> | undefined>(undefined);
