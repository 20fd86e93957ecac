import { publish, withdraw } from "@/lib/api/offerings/routes";

export const POST = publish;
export const DELETE = withdraw;
