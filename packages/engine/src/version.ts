/** Written into every run, so that a result can be traced to the rules that made it. Raised when an answer can change. */
export const engineVersion = '1.0.0';
