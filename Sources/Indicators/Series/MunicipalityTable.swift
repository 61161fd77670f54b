// Written by tools/municipalities; sources and how to renew it: docs/areas.md.

/// The municipalities of 2026 and those that ended since 2001.
enum MunicipalityTable {
    /// Code, name, first day where it is known to be after 2000, first day on which it was no more, what it became part of.
    static let text = """
        0003;Appingedam;;2021-01-01;1979
        0005;Bedum;;2019-01-01;1966
        0007;Bellingwedde;;2018-01-01;1950
        0009;Ten Boer;;2019-01-01;0014
        0010;Delfzijl;;2021-01-01;1979
        0014;Groningen (gemeente);;;
        0015;Grootegast;;2019-01-01;1969
        0017;Haren;;2019-01-01;0014
        0018;Hoogezand-Sappemeer;;2018-01-01;1952
        0022;Leek;;2019-01-01;1969
        0024;Loppersum;;2021-01-01;1979
        0025;Marum;;2019-01-01;1969
        0034;Almere;;;
        0037;Stadskanaal;;;
        0039;Scheemda;;2010-01-01;1895
        0040;Slochteren;;2018-01-01;1952
        0047;Veendam;;;
        0048;Vlagtwedde;;2018-01-01;1950
        0050;Zeewolde;;;
        0051;Skarsterlân;;2014-01-01;1921
        0052;Winschoten;;2010-01-01;1895
        0053;Winsum;;2019-01-01;1966
        0055;Boarnsterhim;;2014-01-01;0080
        0056;Zuidhorn;;2019-01-01;1969
        0058;Dongeradeel;;2019-01-01;1970
        0059;Achtkarspelen;;;
        0060;Ameland;;;
        0063;het Bildt;;2018-01-01;1949
        0064;Bolsward;;2011-01-01;1900
        0065;Dantumadeel;;2009-01-01;1891
        0070;Franekeradeel;;2018-01-01;1949
        0072;Harlingen;;;
        0074;Heerenveen;;;
        0079;Kollumerland en Nieuwkruisland;;2019-01-01;1970
        0080;Leeuwarden;;;
        0081;Leeuwarderadeel;;2018-01-01;0080
        0082;Lemsterland;;2014-01-01;1921
        0083;Menaldumadeel;;2011-01-01;1908
        0085;Ooststellingwerf;;;
        0086;Opsterland;;;
        0088;Schiermonnikoog;;;
        0090;Smallingerland;;;
        0091;Sneek;;2011-01-01;1900
        0093;Terschelling;;;
        0096;Vlieland;;;
        0098;Weststellingwerf;;;
        0104;Nijefurd;;2011-01-01;1900
        0106;Assen;;;
        0109;Coevorden;;;
        0114;Emmen;;;
        0118;Hoogeveen;;;
        0119;Meppel;;;
        0140;Littenseradiel;;2018-01-01;1900
        0141;Almelo;;;
        0142;Ambt Delden;;2001-01-01;1735
        0143;Avereest;;2001-01-01;0160
        0144;Bathmen;;2005-01-01;0150
        0147;Borne;;;
        0148;Dalfsen;;;
        0149;Denekamp;;2002-06-01;1774
        0150;Deventer;;;
        0151;Diepenheim;;2001-01-01;1735
        0153;Enschede;;;
        0154;Genemuiden;;2001-01-01;1896
        0156;Goor;;2001-01-01;1735
        0157;Gramsbergen;;2001-01-01;0160
        0158;Haaksbergen;;;
        0159;Den Ham;;2001-01-01;0186
        0160;Hardenberg;;;
        0161;Hasselt;;2001-01-01;1896
        0162;Heino;;2001-01-01;0177
        0163;Hellendoorn;;;
        0164;Hengelo (O.);;;
        0165;Holten;;2001-01-01;0178
        0166;Kampen;;;
        0168;Losser;;;
        0169;Markelo;;2001-01-01;1735
        0170;Nieuwleusen;;2001-01-01;0148
        0171;Noordoostpolder;;;
        0173;Oldenzaal;;;
        0174;Olst;;2002-03-26;1773
        0175;Ommen;;;
        0176;Ootmarsum;;2001-01-01;0149
        0177;Raalte;;;
        0178;Rijssen;;2003-03-15;1742
        0179;Stad Delden;;2001-01-01;1735
        0180;Staphorst;;;
        0181;Steenwijk;;2003-01-01;1708
        0183;Tubbergen;;;
        0184;Urk;;;
        0186;Vriezenveen;;2002-06-01;1700
        0188;Weerselo;;2001-01-01;0149
        0189;Wierden;;;
        0190;Wijhe;;2001-01-01;0174
        0191;IJsselmuiden;;2001-01-01;0166
        0192;Zwartsluis;;2001-01-01;1896
        0193;Zwolle;;;
        0194;Brederwiede;;2001-01-01;0181
        0195;IJsselham;;2001-01-01;0181
        0196;Rijnwaarden;;2018-01-01;0299
        0197;Aalten;;;
        0199;Angerlo;;2005-01-01;0299
        0200;Apeldoorn;;;
        0202;Arnhem;;;
        0203;Barneveld;;;
        0206;Bemmel;;2003-01-01;1705
        0207;Bergh;;2005-01-01;1955
        0209;Beuningen;;;
        0211;Borculo;;2005-01-01;1859
        0213;Brummen;;;
        0214;Buren;;;
        0216;Culemborg;;;
        0218;Didam;;2005-01-01;1955
        0219;Dinxperlo;;2005-01-01;0197
        0220;Dodewaard;;2002-01-01;0258
        0221;Doesburg;;;
        0222;Doetinchem;;;
        0225;Druten;;;
        0226;Duiven;;;
        0227;Echteld;;2002-01-01;0258
        0228;Ede;;;
        0229;Eibergen;;2005-01-01;1859
        0230;Elburg;;;
        0231;Elst;;2001-01-01;1734
        0232;Epe;;;
        0233;Ermelo;;;
        0236;Geldermalsen;;2019-01-01;1960
        0237;Gendringen;;2005-01-01;1509
        0238;Gendt;;2001-01-01;0206
        0239;Gorssel;;2005-01-01;0262
        0240;Groenlo;;2006-05-19;1586
        0241;Groesbeek;;2016-01-01;1945
        0243;Harderwijk;;;
        0244;Hattem;;;
        0246;Heerde;;;
        0248;Hengelo (Gld);;2005-01-01;1876
        0251;Heteren;;2001-01-01;1734
        0252;Heumen;;;
        0255;Huissen;;2001-01-01;0206
        0256;Hummelo en Keppel;;2005-01-01;1876
        0258;Kesteren;;2003-04-01;1740
        0260;Lichtenvoorde;;2005-01-01;0240
        0262;Lochem;;;
        0263;Maasdriel;;;
        0265;Millingen aan de Rijn;;2015-01-01;0241
        0266;Neede;;2005-01-01;1859
        0267;Nijkerk;;;
        0268;Nijmegen;;;
        0269;Oldebroek;;;
        0273;Putten;;;
        0274;Renkum;;;
        0275;Rheden;;;
        0277;Rozendaal;;;
        0278;Ruurlo;;2005-01-01;1859
        0279;Scherpenzeel;;;
        0280;Steenderen;;2005-01-01;1876
        0281;Tiel;;;
        0282;Ubbergen;;2015-01-01;0241
        0283;Valburg;;2001-01-01;1734
        0285;Voorst;;;
        0286;Vorden;;2005-01-01;1876
        0289;Wageningen;;;
        0291;Warnsveld;;2005-01-01;0301
        0292;Wehl;;2005-01-01;0222
        0293;Westervoort;;;
        0294;Winterswijk;;;
        0295;Wisch;;2005-01-01;1509
        0296;Wijchen;;;
        0297;Zaltbommel;;;
        0298;Zelhem;;2005-01-01;1876
        0299;Zevenaar;;;
        0301;Zutphen;;;
        0302;Nunspeet;;;
        0303;Dronten;;;
        0304;Neerijnen;;2019-01-01;1960
        0305;Abcoude;;2011-01-01;0736
        0306;Amerongen;;2006-01-01;1581
        0307;Amersfoort;;;
        0308;Baarn;;;
        0310;De Bilt;;;
        0311;Breukelen;;2011-01-01;1904
        0312;Bunnik;;;
        0313;Bunschoten;;;
        0315;Doorn;;2006-01-01;1581
        0316;Driebergen-Rijsenburg;;2006-01-01;1581
        0317;Eemnes;;;
        0318;Harmelen;;2001-01-01;0632
        0321;Houten;;;
        0326;Leersum;;2006-01-01;1581
        0327;Leusden;;;
        0329;Loenen;;2011-01-01;1904
        0330;Loosdrecht;;2002-01-01;1696
        0331;Lopik;;;
        0332;Maarn;;2006-01-01;1581
        0333;Maarssen;;2011-01-01;1904
        0334;Maartensdijk;;2001-01-01;0310
        0335;Montfoort;;;
        0339;Renswoude;;;
        0340;Rhenen;;;
        0342;Soest;;;
        0344;Utrecht (gemeente);;;
        0345;Veenendaal;;;
        0347;Vleuten-De Meern;;2001-01-01;0344
        0351;Woudenberg;;;
        0352;Wijk bij Duurstede;;;
        0353;IJsselstein;;;
        0355;Zeist;;;
        0356;Nieuwegein;;;
        0357;Egmond;;2001-01-01;0373
        0358;Aalsmeer;;;
        0360;Akersloot;;2002-01-01;0383
        0361;Alkmaar;;;
        0362;Amstelveen;;;
        0363;Amsterdam;;;
        0364;Andijk;;2011-01-01;0420
        0365;Graft-De Rijp;;2015-01-01;0361
        0366;Anna Paulowna;;2012-01-01;1911
        0370;Beemster;;2022-01-01;0439
        0372;Bennebroek;;2009-01-01;0377
        0373;Bergen (NH.);;;
        0375;Beverwijk;;;
        0376;Blaricum;;;
        0377;Bloemendaal;;;
        0381;Bussum;;2016-01-01;1942
        0383;Castricum;;;
        0384;Diemen;;;
        0385;Edam-Volendam;;;
        0388;Enkhuizen;;;
        0390;'s-Graveland;;2002-01-01;1696
        0392;Haarlem;;;
        0393;Haarlemmerliede en Spaarnwoude;;2019-01-01;0394
        0394;Haarlemmermeer;;;
        0395;Harenkarspel;;2013-01-01;0441
        0396;Heemskerk;;;
        0397;Heemstede;;;
        0398;Heerhugowaard;;2022-01-01;1980
        0399;Heiloo;;;
        0400;Den Helder;;;
        0402;Hilversum;;;
        0405;Hoorn;;;
        0406;Huizen;;;
        0412;Niedorp;;2012-01-01;1911
        0415;Landsmeer;;;
        0416;Langedijk;;2022-01-01;1980
        0417;Laren (NH.);;;
        0418;Limmen;;2002-01-01;0383
        0420;Medemblik;;;
        0424;Muiden;;2016-01-01;1942
        0425;Naarden;;2016-01-01;1942
        0426;Nederhorst den Berg;;2002-01-01;1696
        0429;Obdam;;2007-01-01;1598
        0431;Oostzaan;;;
        0432;Opmeer;;;
        0437;Ouder-Amstel;;;
        0439;Purmerend;;;
        0441;Schagen;;;
        0444;Schoorl;;2001-01-01;0373
        0448;Texel;;;
        0450;Uitgeest;;;
        0451;Uithoorn;;;
        0453;Velsen;;;
        0454;Venhuizen;;2006-01-01;0498
        0457;Weesp;;2022-03-24;0363
        0458;Schermer;;2015-01-01;0361
        0459;Wervershoof;;2011-01-01;0420
        0462;Wieringen;;2012-01-01;1911
        0463;Wieringermeer;;2012-01-01;1911
        0466;Wognum;;2007-01-01;0420
        0473;Zandvoort;;;
        0476;Zijpe;;2013-01-01;0441
        0478;Zeevang;;2016-01-01;0385
        0479;Zaanstad;;;
        0480;Ter Aar;;2007-01-01;0569
        0482;Alblasserdam;;;
        0483;Alkemade;;2009-01-01;1884
        0484;Alphen aan den Rijn;;;
        0489;Barendrecht;;;
        0491;Bergambacht;;2015-01-01;1931
        0492;Bergschenhoek;;2007-01-01;1621
        0493;Berkel en Rodenrijs;;2007-01-01;1621
        0495;Bleiswijk;;2007-01-01;1621
        0497;Bodegraven;;2011-01-01;1901
        0498;Drechterland;;;
        0499;Boskoop;;2014-01-01;0484
        0501;Brielle;;2023-01-01;1992
        0502;Capelle aan den IJssel;;;
        0503;Delft;;;
        0504;Dirksland;;2013-01-01;1924
        0505;Dordrecht;;;
        0511;Goedereede;;2013-01-01;1924
        0512;Gorinchem;;;
        0513;Gouda;;;
        0517;'s-Gravendeel;;2007-01-01;0585
        0518;'s-Gravenhage (gemeente);;;
        0519;'s-Gravenzande;;2004-01-01;1783
        0523;Hardinxveld-Giessendam;;;
        0526;Heerjansdam;;2003-01-01;0642
        0529;Noorder-Koggenland;;2007-01-01;0420
        0530;Hellevoetsluis;;2023-01-01;1992
        0531;Hendrik-Ido-Ambacht;;;
        0532;Stede Broec;;;
        0534;Hillegom;;;
        0537;Katwijk;;;
        0542;Krimpen aan den IJssel;;;
        0545;Leerdam;;2019-01-01;1961
        0546;Leiden;;;
        0547;Leiderdorp;;;
        0548;Leidschendam;;2002-01-01;1916
        0552;De Lier;;2004-01-01;1783
        0553;Lisse;;;
        0555;Maasland;;2004-01-01;1842
        0556;Maassluis;;;
        0558;Wester-Koggenland;;2007-01-01;1598
        0559;Middelharnis;;2013-01-01;1924
        0562;Monster;;2004-01-01;1783
        0563;Moordrecht;;2010-01-01;1892
        0565;Naaldwijk;;2004-01-01;1783
        0567;Nieuwerkerk aan den IJssel;;2010-01-01;1892
        0568;Bernisse;;2015-01-01;1930
        0569;Nieuwkoop;;;
        0571;Nieuw-Lekkerland;;2013-01-01;1927
        0575;Noordwijk;;;
        0576;Noordwijkerhout;;2019-01-01;0575
        0577;Nootdorp;;2002-01-01;1926
        0579;Oegstgeest;;;
        0580;Oostflakkee;;2013-01-01;1924
        0584;Oud-Beijerland;;2019-01-01;1963
        0585;Binnenmaas;;2019-01-01;1963
        0588;Korendijk;;2019-01-01;1963
        0589;Oudewater;;;
        0590;Papendrecht;;;
        0594;Pijnacker;;2002-01-01;1926
        0595;Reeuwijk;;2011-01-01;1901
        0597;Ridderkerk;;;
        0599;Rotterdam;;;
        0600;Rozenburg;;2010-03-18;0599
        0602;Rijnsburg;;2006-01-01;0537
        0603;Rijswijk (ZH.);;;
        0604;Sassenheim;;2006-01-01;1525
        0606;Schiedam;;;
        0607;Schipluiden;;2004-01-01;1842
        0608;Schoonhoven;;2015-01-01;1931
        0610;Sliedrecht;;;
        0611;Cromstrijen;;2019-01-01;1963
        0612;Spijkenisse;;2015-01-01;1930
        0613;Albrandswaard;;;
        0614;Westvoorne;;2023-01-01;1992
        0617;Strijen;;2019-01-01;1963
        0619;Valkenburg (ZH);;2006-01-01;0537
        0620;Vianen;;2019-01-01;1961
        0622;Vlaardingen;;;
        0623;Vlist;;2015-01-01;1931
        0624;Voorburg;;2002-01-01;1916
        0625;Voorhout;;2006-01-01;1525
        0626;Voorschoten;;;
        0627;Waddinxveen;;;
        0628;Warmond;;2006-01-01;1525
        0629;Wassenaar;;;
        0630;Wateringen;;2004-01-01;1783
        0632;Woerden;;;
        0637;Zoetermeer;;;
        0638;Zoeterwoude;;;
        0642;Zwijndrecht;;;
        0643;Nederlek;;2015-01-01;1931
        0644;Ouderkerk;;2015-01-01;1931
        0645;Jacobswoude;;2009-01-01;1884
        0650;Axel;;2003-01-01;0715
        0653;Gaasterlân-Sleat;;2014-01-01;1921
        0654;Borsele;;;
        0664;Goes;;;
        0668;West Maas en Waal;;;
        0675;Hontenisse;;2003-01-01;0677
        0677;Hulst;;;
        0678;Kapelle;;;
        0683;Wymbritseradiel;;2011-01-01;1900
        0687;Middelburg (Z.);;;
        0689;Giessenlanden;;2019-01-01;1978
        0692;Oostburg;;2003-01-01;1714
        0693;Graafstroom;;2013-01-01;1927
        0694;Liesveld;;2013-01-01;1927
        0703;Reimerswaal;;;
        0704;Sas van Gent;;2003-01-01;0715
        0707;Zederik;;2019-01-01;1961
        0710;Wûnseradiel;;2011-01-01;1900
        0715;Terneuzen;;;
        0716;Tholen;;;
        0717;Veere;;;
        0718;Vlissingen;;;
        0733;Lingewaal;;2019-01-01;1960
        0736;De Ronde Venen;;;
        0737;Tytsjerksteradiel;;;
        0738;Aalburg;;2019-01-01;1959
        0743;Asten;;;
        0744;Baarle-Nassau;;;
        0748;Bergen op Zoom;;;
        0753;Best;;;
        0755;Boekel;;;
        0756;Boxmeer;;2022-01-01;1982
        0757;Boxtel;;;
        0758;Breda;;;
        0762;Deurne;;;
        0765;Pekela;;;
        0766;Dongen;;;
        0770;Eersel;;;
        0772;Eindhoven;;;
        0777;Etten-Leur;;;
        0779;Geertruidenberg;;;
        0781;Geldrop;;2004-01-01;1771
        0784;Gilze en Rijen;;;
        0785;Goirle;;;
        0786;Grave;;2022-01-01;1982
        0788;Haaren;;2021-01-01;0824
        0794;Helmond;;;
        0796;'s-Hertogenbosch;;;
        0797;Heusden;;;
        0798;Hilvarenbeek;;;
        0808;Lith;;2011-01-01;0828
        0809;Loon op Zand;;;
        0814;Mierlo;;2004-01-01;1771
        0815;Mill en Sint Hubert;;2022-01-01;1982
        0820;Nuenen, Gerwen en Nederwetten;;;
        0823;Oirschot;;;
        0824;Oisterwijk;;;
        0826;Oosterhout;;;
        0828;Oss;;;
        0835;Ravenstein;;2003-01-01;0828
        0840;Rucphen;;;
        0844;Schijndel;;2017-01-01;1948
        0845;Sint-Michielsgestel;;;
        0846;Sint-Oedenrode;;2017-01-01;1948
        0847;Someren;;;
        0848;Son en Breugel;;;
        0851;Steenbergen;;;
        0852;Waterland;;;
        0855;Tilburg;;;
        0856;Uden;;2022-01-01;1991
        0858;Valkenswaard;;;
        0860;Veghel;;2017-01-01;1948
        0861;Veldhoven;;;
        0865;Vught;;;
        0866;Waalre;;;
        0867;Waalwijk;;;
        0870;Werkendam;;2019-01-01;1959
        0873;Woensdrecht;;;
        0874;Woudrichem;;2019-01-01;1959
        0879;Zundert;;;
        0880;Wormerland;;;
        0881;Onderbanken;;2019-01-01;1954
        0882;Landgraaf;;;
        0885;Arcen en Velden;;2010-01-01;0983
        0888;Beek (L.);;;
        0889;Beesel;;;
        0890;Belfeld;;2001-01-01;0983
        0893;Bergen (L.);;;
        0897;Born;;2001-01-01;1883
        0898;Broekhuizen;;2001-01-01;1507
        0899;Brunssum;;;
        0902;Echt;;2003-01-01;1711
        0905;Eijsden;;2011-01-01;1903
        0906;Geleen;;2001-01-01;1883
        0907;Gennep;;;
        0912;Grubbenvorst;;2001-01-01;1507
        0914;Haelen;;2007-01-01;1640
        0917;Heerlen;;;
        0918;Helden;;2010-01-01;1894
        0920;Heythuysen;;2007-01-01;1640
        0923;Horst;;2001-01-01;1507
        0925;Hunsel;;2007-01-01;1640
        0928;Kerkrade;;;
        0929;Kessel;;2010-01-01;1894
        0933;Maasbracht;;2007-01-01;1641
        0934;Maasbree;;2010-01-01;1894
        0935;Maastricht;;;
        0936;Margraten;;2011-01-01;1903
        0938;Meerssen;;;
        0941;Meijel;;2010-01-01;1894
        0944;Mook en Middelaar;;;
        0946;Nederweert;;;
        0951;Nuth;;2019-01-01;1954
        0957;Roermond;;;
        0962;Schinnen;;2019-01-01;1954
        0964;Sevenum;;2010-01-01;1507
        0965;Simpelveld;;;
        0968;Sittard;;2001-01-01;1883
        0971;Stein (L.);;;
        0974;Susteren;;2003-01-01;1711
        0975;Swalmen;;2007-01-01;0957
        0976;Tegelen;;2001-01-01;0983
        0977;Thorn;;2007-01-01;1641
        0981;Vaals;;;
        0983;Venlo;;;
        0984;Venray;;;
        0986;Voerendaal;;;
        0988;Weert;;;
        0993;Meerlo-Wanssum;;2010-01-01;0984
        0994;Valkenburg aan de Geul;;;
        0995;Lelystad;;;
        1507;Horst aan de Maas;2001-01-01;;
        1509;Oude IJsselstreek;2005-01-01;;
        1525;Teylingen;2006-01-01;;
        1581;Utrechtse Heuvelrug;2006-01-01;;
        1586;Oost Gelre;2006-05-19;;
        1598;Koggenland;2007-01-01;;
        1621;Lansingerland;2007-01-01;;
        1640;Leudal;2007-01-01;;
        1641;Maasgouw;2007-01-01;;
        1651;Eemsmond;;2019-01-01;1966
        1652;Gemert-Bakel;;;
        1655;Halderberge;;;
        1658;Heeze-Leende;;;
        1659;Laarbeek;;;
        1661;Reiderland;;2010-01-01;1895
        1663;De Marne;;2019-01-01;1966
        1666;Zevenhuizen-Moerkapelle;;2010-01-01;1892
        1667;Reusel-De Mierden;;;
        1669;Roerdalen;;;
        1670;Roggel en Neer;;2007-01-01;1640
        1671;Maasdonk;;2015-01-01;0796
        1672;Rijnwoude;;2014-01-01;0484
        1673;Liemeer;;2007-01-01;0569
        1674;Roosendaal;;;
        1676;Schouwen-Duiveland;;;
        1679;Ambt Montfort;;2007-01-01;1669
        1680;Aa en Hunze;;;
        1681;Borger-Odoorn;;;
        1684;Cuijk;;2022-01-01;1982
        1685;Landerd;;2022-01-01;1991
        1690;De Wolden;;;
        1695;Noord-Beveland;;;
        1696;Wijdemeren;2002-01-01;;
        1698;Sluis-Aardenburg;;2003-01-01;1714
        1699;Noordenveld;;;
        1700;Twenterand;2002-06-01;;
        1701;Westerveld;;;
        1702;Sint Anthonis;;2022-01-01;1982
        1705;Lingewaard;2003-01-01;;
        1706;Cranendonck;;;
        1708;Steenwijkerland;2003-01-01;;
        1709;Moerdijk;;;
        1711;Echt-Susteren;2003-01-01;;
        1714;Sluis;2003-01-01;;
        1719;Drimmelen;;;
        1721;Bernheze;;;
        1722;Ferwerderadiel;;2019-01-01;1970
        1723;Alphen-Chaam;;;
        1724;Bergeijk;;;
        1728;Bladel;;;
        1729;Gulpen-Wittem;;;
        1730;Tynaarlo;;;
        1731;Midden-Drenthe;;;
        1734;Overbetuwe;2001-01-01;;
        1735;Hof van Twente;2001-01-01;;
        1740;Neder-Betuwe;2003-04-01;;
        1742;Rijssen-Holten;2003-03-15;;
        1771;Geldrop-Mierlo;2004-01-01;;
        1773;Olst-Wijhe;2002-03-26;;
        1774;Dinkelland;2002-06-01;;
        1783;Westland;2004-01-01;;
        1842;Midden-Delfland;2004-01-01;;
        1859;Berkelland;2005-01-01;;
        1876;Bronckhorst;2005-01-01;;
        1883;Sittard-Geleen;2001-01-01;;
        1884;Kaag en Braassem;2009-01-01;;
        1891;Dantumadiel;2009-01-01;;
        1892;Zuidplas;2010-01-01;;
        1894;Peel en Maas;2010-01-01;;
        1895;Oldambt;2010-01-01;;
        1896;Zwartewaterland;2001-01-01;;
        1900;Súdwest-Fryslân;2011-01-01;;
        1901;Bodegraven-Reeuwijk;2011-01-01;;
        1903;Eijsden-Margraten;2011-01-01;;
        1904;Stichtse Vecht;2011-01-01;;
        1908;Menameradiel;2011-01-01;2018-01-01;1949
        1911;Hollands Kroon;2012-01-01;;
        1916;Leidschendam-Voorburg;2002-01-01;;
        1921;De Friese Meren;2014-01-01;2015-07-01;1940
        1924;Goeree-Overflakkee;2013-01-01;;
        1926;Pijnacker-Nootdorp;2002-01-01;;
        1927;Molenwaard;2013-01-01;2019-01-01;1978
        1930;Nissewaard;2015-01-01;;
        1931;Krimpenerwaard;2015-01-01;;
        1937;Heel;;2007-01-01;1641
        1940;De Fryske Marren;2015-07-01;;
        1942;Gooise Meren;2016-01-01;;
        1945;Berg en Dal;2016-01-01;;
        1948;Meierijstad;2017-01-01;;
        1949;Waadhoeke;2018-01-01;;
        1950;Westerwolde;2018-01-01;;
        1952;Midden-Groningen;2018-01-01;;
        1954;Beekdaelen;2019-01-01;;
        1955;Montferland;2005-01-01;;
        1959;Altena;2019-01-01;;
        1960;West Betuwe;2019-01-01;;
        1961;Vijfheerenlanden;2019-01-01;;
        1963;Hoeksche Waard;2019-01-01;;
        1966;Het Hogeland;2019-01-01;;
        1969;Westerkwartier;2019-01-01;;
        1970;Noardeast-Fryslân;2019-01-01;;
        1978;Molenlanden;2019-01-01;;
        1979;Eemsdelta;2021-01-01;;
        1980;Dijk en Waard;2022-01-01;;
        1982;Land van Cuijk;2022-01-01;;
        1987;Menterwolde;;2018-01-01;1952
        1991;Maashorst;2022-01-01;;
        1992;Voorne aan Zee;2023-01-01;;
        """
}
