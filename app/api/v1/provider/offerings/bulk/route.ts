import { putMany } from "@/lib/api/offerings/routes";

export const POST = putMany;
