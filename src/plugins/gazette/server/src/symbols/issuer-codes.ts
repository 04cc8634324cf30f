import type { SymbolFamily } from './types';

/** An issuer as symbols abbreviate it. The list is open: an unknown code in a valid layout is accepted. */
export type IssuerCode = {
  code: string;
  vi: string;
  en: string;
  family: SymbolFamily;
  /** Other spellings met in texts (any letter case). */
  aliases?: readonly string[];
  /** True when both families print the code, so that it says nothing about the layout. */
  shared?: true;
  /** True for a unit (VP, VX) that stands after another code and is no issuer of its own. */
  unit?: true;
};

type Row = readonly [code: string, vi: string, en: string, aliases?: readonly string[]];

const partyCommittees: readonly Row[] = [
  ['TW', 'Ban Chấp hành Trung ương, Bộ Chính trị hoặc Ban Bí thư', 'Party Central Committee', ['TƯ', 'T.Ư', 'T.W']],
  ['TU', 'Tỉnh ủy hoặc Thành ủy', 'Provincial Party Committee'],
  ['HU', 'Huyện ủy', 'District Party Committee'],
  ['QU', 'Quận ủy', 'Urban District Party Committee'],
  ['ThU', 'Thị ủy', 'Town Party Committee'],
  ['ĐU', 'Đảng ủy', 'Party Committee'],
];

const partyOffices: readonly Row[] = [
  ['VP', 'Văn phòng', 'Office of the'],
  ['BTC', 'Ban Tổ chức', 'Organisation Commission of the'],
  ['BTG', 'Ban Tuyên giáo', 'Propaganda Commission of the'],
  ['BDV', 'Ban Dân vận', 'Mass Mobilisation Commission of the'],
  ['BTGDV', 'Ban Tuyên giáo và Dân vận', 'Propaganda and Mass Mobilisation Commission of the'],
  ['BNC', 'Ban Nội chính', 'Internal Affairs Commission of the'],
  ['BCĐ', 'Ban Chỉ đạo', 'Steering Committee of the'],
  ['UBKT', 'Ủy ban Kiểm tra', 'Inspection Committee of the'],
];

const officeSeats: Record<string, string> = { TW: 'Trung ương', TU: 'Tỉnh ủy hoặc Thành ủy' };

const otherParty: readonly Row[] = [
  ['ĐUK', 'Đảng ủy Khối', 'Bloc Party Committee'],
  ['BCSĐ', 'Ban cán sự đảng', "Party's Civil Affairs Committee"],
  ['TWĐTN', 'Trung ương Đoàn Thanh niên Cộng sản Hồ Chí Minh', 'Central Youth Union', ['TƯĐTN']],
];

const sharedParty: readonly Row[] = [
  ['CB', 'Chi bộ', 'Party cell'],
  ['ĐH', 'Đại hội', 'Congress'],
  ['MTTQ', 'Mặt trận Tổ quốc', 'Fatherland Front'],
  ['MTTW', 'Ủy ban Trung ương Mặt trận Tổ quốc Việt Nam', 'Central Fatherland Front'],
  ['ĐTN', 'Đoàn Thanh niên', 'Youth Union'],
];

const stateIssuers: readonly Row[] = [
  ['QH', 'Quốc hội', 'National Assembly'],
  ['UBTVQH', 'Ủy ban Thường vụ Quốc hội', 'Standing Committee of the National Assembly'],
  ['CTN', 'Chủ tịch nước', 'State President'],
  ['CP', 'Chính phủ', 'Government'],
  ['TTg', 'Thủ tướng Chính phủ', 'Prime Minister'],
  ['HĐBT', 'Hội đồng Bộ trưởng', 'Council of Ministers'],
  ['HĐNN', 'Hội đồng Nhà nước', 'State Council'],
  ['VPCP', 'Văn phòng Chính phủ', 'Government Office'],
  ['VPQH', 'Văn phòng Quốc hội', 'Office of the National Assembly'],
  ['TTCP', 'Thanh tra Chính phủ', 'Government Inspectorate'],
  ['TANDTC', 'Tòa án nhân dân tối cao', "Supreme People's Court"],
  ['VKSNDTC', 'Viện kiểm sát nhân dân tối cao', "Supreme People's Procuracy"],
  ['BCA', 'Bộ Công an', 'Ministry of Public Security'],
  ['BQP', 'Bộ Quốc phòng', 'Ministry of National Defence'],
  ['BNG', 'Bộ Ngoại giao', 'Ministry of Foreign Affairs'],
  ['BNV', 'Bộ Nội vụ', 'Ministry of Home Affairs'],
  ['BTP', 'Bộ Tư pháp', 'Ministry of Justice'],
  ['BTC', 'Bộ Tài chính', 'Ministry of Finance'],
  ['BKHĐT', 'Bộ Kế hoạch và Đầu tư', 'Ministry of Planning and Investment'],
  ['BCT', 'Bộ Công Thương', 'Ministry of Industry and Trade'],
  ['BXD', 'Bộ Xây dựng', 'Ministry of Construction'],
  ['BGTVT', 'Bộ Giao thông vận tải', 'Ministry of Transport'],
  ['BNN', 'Bộ Nông nghiệp', 'Ministry of Agriculture'],
  ['BNNPTNT', 'Bộ Nông nghiệp và Phát triển nông thôn', 'Ministry of Agriculture and Rural Development'],
  ['BNNMT', 'Bộ Nông nghiệp và Môi trường', 'Ministry of Agriculture and Environment'],
  ['BTNMT', 'Bộ Tài nguyên và Môi trường', 'Ministry of Natural Resources and Environment'],
  ['BTTTT', 'Bộ Thông tin và Truyền thông', 'Ministry of Information and Communications'],
  ['BKHCN', 'Bộ Khoa học và Công nghệ', 'Ministry of Science and Technology'],
  ['BLĐTBXH', 'Bộ Lao động - Thương binh và Xã hội', 'Ministry of Labour, Invalids and Social Affairs'],
  ['BVHTTDL', 'Bộ Văn hóa, Thể thao và Du lịch', 'Ministry of Culture, Sports and Tourism'],
  ['BGDĐT', 'Bộ Giáo dục và Đào tạo', 'Ministry of Education and Training', ['BGD&ĐT']],
  ['BYT', 'Bộ Y tế', 'Ministry of Health'],
  ['BDTTG', 'Bộ Dân tộc và Tôn giáo', 'Ministry of Ethnic Minorities and Religions'],
  ['NHNN', 'Ngân hàng Nhà nước Việt Nam', 'State Bank of Vietnam'],
  ['KTNN', 'Kiểm toán nhà nước', 'State Audit'],
  ['UBDT', 'Ủy ban Dân tộc', 'Committee for Ethnic Minority Affairs'],
  ['TCT', 'Tổng cục Thuế', 'General Department of Taxation'],
  ['TCHQ', 'Tổng cục Hải quan', 'General Department of Customs'],
  ['BHXH', 'Bảo hiểm xã hội Việt Nam', 'Vietnam Social Security'],
  ['HĐND', 'Hội đồng nhân dân', "People's Council"],
  ['UBND', 'Ủy ban nhân dân', "People's Committee"],
  ['UB', 'Ủy ban nhân dân', "People's Committee"],
  ['SNV', 'Sở Nội vụ', 'Department of Home Affairs'],
  ['STP', 'Sở Tư pháp', 'Department of Justice'],
  ['STC', 'Sở Tài chính', 'Department of Finance'],
  ['SXD', 'Sở Xây dựng', 'Department of Construction'],
  ['SYT', 'Sở Y tế', 'Department of Health'],
  ['SCT', 'Sở Công Thương', 'Department of Industry and Trade'],
  ['SGDĐT', 'Sở Giáo dục và Đào tạo', 'Department of Education and Training', ['SGD&ĐT']],
  ['STTTT', 'Sở Thông tin và Truyền thông', 'Department of Information and Communications'],
  ['STNMT', 'Sở Tài nguyên và Môi trường', 'Department of Natural Resources and Environment'],
  ['SNNMT', 'Sở Nông nghiệp và Môi trường', 'Department of Agriculture and Environment'],
  ['SKHĐT', 'Sở Kế hoạch và Đầu tư', 'Department of Planning and Investment'],
  ['SKHCN', 'Sở Khoa học và Công nghệ', 'Department of Science and Technology'],
  ['SVHTTDL', 'Sở Văn hóa, Thể thao và Du lịch', 'Department of Culture, Sports and Tourism'],
  ['SLĐTBXH', 'Sở Lao động - Thương binh và Xã hội', 'Department of Labour, Invalids and Social Affairs'],
];

const stateUnits: readonly Row[] = [
  ['VP', 'Văn phòng', 'Office'],
  ['TTr', 'Thanh tra', 'Inspectorate'],
  ['VX', 'Phòng Văn hóa - Xã hội', 'Culture and Social Affairs Division'],
  ['TTHĐND', 'Thường trực Hội đồng nhân dân', "Standing Board of the People's Council"],
];

function rows(list: readonly Row[], family: SymbolFamily, marks: { shared?: true; unit?: true } = {}): IssuerCode[] {
  return list.map(([code, vi, en, aliases]) => ({ code, vi, en, family, ...(aliases ? { aliases } : {}), ...marks }));
}

const offices: Row[] = partyOffices.flatMap(([office, vi, en]) =>
  partyCommittees.map(([seat, seatVi, seatEn]): Row => {
    const aliases = seat === 'TW' ? [`${office}TƯ`] : undefined;
    return [`${office}${seat}`, `${vi} ${officeSeats[seat] ?? seatVi}`, `${en} ${seatEn}`, aliases];
  }),
);

/** Issuers seen in symbols, Party and State. */
export const issuerCodes: readonly IssuerCode[] = [
  ...rows(partyCommittees, 'party'),
  ...rows(offices, 'party'),
  ...rows(otherParty, 'party'),
  ...rows(sharedParty, 'party', { shared: true }),
  ...rows(stateIssuers, 'state'),
  ...rows(stateUnits, 'state', { unit: true }),
];
