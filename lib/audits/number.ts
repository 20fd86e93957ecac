/** Numbers of audits as people say them on the telephone. */
export const auditNumber = (number: number): string => `A-${String(number).padStart(5, "0")}`;
