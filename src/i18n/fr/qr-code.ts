/** Messages of QR codes. */
export const qrCode = {
  qrCodeOf: (address: string) => `Code QR de l’adresse ${address}`,
};
